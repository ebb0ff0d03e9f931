<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
    <context>
        <name>ReviewsPage</name>
        <message numerus="yes">
            <source>%n report(s), the oldest first</source>
            <translation>
                <numerusform>%n report, the oldest first</numerusform>
                <numerusform>%n reports, the oldest first</numerusform>
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