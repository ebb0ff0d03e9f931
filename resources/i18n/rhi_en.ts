<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
    <context>
        <name>CheckPage</name>
        <message numerus="yes">
            <source>%n thing(s) to look at</source>
            <translation>
                <numerusform>%n thing to look at</numerusform>
                <numerusform>%n things to look at</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) need a word before you can seal</source>
            <translation>
                <numerusform>%n thing need a word before you can seal</numerusform>
                <numerusform>%n things need a word before you can seal</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EpisodePage</name>
        <message numerus="yes">
            <source>%n thing(s) to look at. Save again to keep it so.</source>
            <translation>
                <numerusform>%n thing to look at. Save again to keep it so.</numerusform>
                <numerusform>%n things to look at. Save again to keep it so.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) to look at first</source>
            <translation>
                <numerusform>%n thing to look at first</numerusform>
                <numerusform>%n things to look at first</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SavedLabel</name>
        <message numerus="yes">
            <source>%n edit(s) held in memory</source>
            <translation>
                <numerusform>%n edit held in memory</numerusform>
                <numerusform>%n edits held in memory</numerusform>
            </translation>
        </message>
    </context>
</TS>