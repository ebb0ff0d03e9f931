<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
    <context>
        <name>AnalysisPage</name>
        <message numerus="yes">
            <source>%n view(s) not yet supported</source>
            <translation>
                <numerusform>%n view not yet supported</numerusform>
                <numerusform>%n views not yet supported</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ConcernsPage</name>
        <message numerus="yes">
            <source>%n sign(s) not yet supported</source>
            <translation>
                <numerusform>%n sign not yet supported</numerusform>
                <numerusform>%n signs not yet supported</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Counted</name>
        <message numerus="yes">
            <source>episode(s), {names}</source>
            <translation>
                <numerusform>episode, {names}</numerusform>
                <numerusform>episodes, {names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>offer(s) of a talk</source>
            <translation>
                <numerusform>offer of a talk</numerusform>
                <numerusform>offers of a talk</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>line(s), {own} of them children’s words</source>
            <translation>
                <numerusform>line, {own} of them children’s words</numerusform>
                <numerusform>lines, {own} of them children’s words</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>line(s), {own} of them {child}’s words</source>
            <translation>
                <numerusform>line, {own} of them {child}’s words</numerusform>
                <numerusform>lines, {own} of them {child}’s words</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>answer(s) to questions</source>
            <translation>
                <numerusform>answer to questions</numerusform>
                <numerusform>answers to questions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>plan(s), with {lines}</source>
            <translation>
                <numerusform>plan, with {lines}</numerusform>
                <numerusform>plans, with {lines}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>line(s) of a plan</source>
            <translation>
                <numerusform>line of a plan</numerusform>
                <numerusform>lines of a plan</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s)</source>
            <translation>
                <numerusform>%n line</numerusform>
                <numerusform>%n lines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>signed report(s)</source>
            <translation>
                <numerusform>signed report</numerusform>
                <numerusform>signed reports</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>report(s), now countersigned</source>
            <translation>
                <numerusform>report, now countersigned</numerusform>
                <numerusform>reports, now countersigned</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>answer(s) to a report, from {who}</source>
            <translation>
                <numerusform>answer to a report, from {who}</numerusform>
                <numerusform>answers to a report, from {who}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>change(s) to what is here</source>
            <translation>
                <numerusform>change to what is here</numerusform>
                <numerusform>changes to what is here</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EarlierPage</name>
        <message numerus="yes">
            <source>%n line(s) to look at. What you leave stays behind.</source>
            <translation>
                <numerusform>%n line to look at. What you leave stays behind.</numerusform>
                <numerusform>%n lines to look at. What you leave stays behind.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LinePicker</name>
        <message numerus="yes">
            <source>%n line(s) chosen</source>
            <translation>
                <numerusform>%n line chosen</numerusform>
                <numerusform>%n lines chosen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NamesOffered</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
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
    <context>
        <name>_Counted</name>
        <message numerus="yes">
            <source>%n person(s) still to be told</source>
            <translation>
                <numerusform>%n person still to be told</numerusform>
                <numerusform>%n people still to be told</numerusform>
            </translation>
        </message>
    </context>
</TS>