<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
    <context>
        <name>AgainPage</name>
        <message numerus="yes">
            <source>%n thing(s) ticked</source>
            <translation>
                <numerusform>%n thing ticked</numerusform>
                <numerusform>%n things ticked</numerusform>
            </translation>
        </message>
    </context>
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
            <source>addendum(s) to a report</source>
            <translation>
                <numerusform>addendum to a report</numerusform>
                <numerusform>addenda to a report</numerusform>
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
        <name>CountedFindings</name>
        <message numerus="yes">
            <source>answer(s) about the child or a time away</source>
            <translation>
                <numerusform>answer about the child or a time away</numerusform>
                <numerusform>answers about the child or a time away</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>card(s) of people and places</source>
            <translation>
                <numerusform>card of people and places</numerusform>
                <numerusform>cards of people and places</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>answer(s) of the child when lines were read back</source>
            <translation>
                <numerusform>answer of the child when lines were read back</numerusform>
                <numerusform>answers of the child when lines were read back</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>indicator(s) answered</source>
            <translation>
                <numerusform>indicator answered</numerusform>
                <numerusform>indicators answered</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>view(s) of the interviewer</source>
            <translation>
                <numerusform>view of the interviewer</numerusform>
                <numerusform>views of the interviewer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>action(s)</source>
            <translation>
                <numerusform>action</numerusform>
                <numerusform>actions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>disclosure(s), with {steps}</source>
            <translation>
                <numerusform>disclosure, with {steps}</numerusform>
                <numerusform>disclosures, with {steps}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>step(s) of a disclosure</source>
            <translation>
                <numerusform>step of a disclosure</numerusform>
                <numerusform>steps of a disclosure</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n step(s)</source>
            <translation>
                <numerusform>%n step</numerusform>
                <numerusform>%n steps</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>drawing(s) by the child</source>
            <translation>
                <numerusform>drawing by the child</numerusform>
                <numerusform>drawings by the child</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>promise(s) or action(s) asked after</source>
            <translation>
                <numerusform>promise or action asked after</numerusform>
                <numerusform>promises or actions asked after</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CountedItems</name>
        <message numerus="yes">
            <source>%n of {of} ticked</source>
            <translation>
                <numerusform>%n of {of} ticked</numerusform>
                <numerusform>%n of {of} ticked</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cannot be ticked</source>
            <translation>
                <numerusform>%n cannot be ticked</numerusform>
                <numerusform>%n cannot be ticked</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Counts</name>
        <message numerus="yes">
            <source>%n of {all} line(s) are yours.</source>
            <translation>
                <numerusform>%n of {all} line are yours.</numerusform>
                <numerusform>%n of {all} lines are yours.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n typed by you</source>
            <translation>
                <numerusform>%n typed by you</numerusform>
                <numerusform>%n typed by you</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n written down for you</source>
            <translation>
                <numerusform>%n written down for you</numerusform>
                <numerusform>%n written down for you</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n promised by adults</source>
            <translation>
                <numerusform>%n promised by adults</numerusform>
                <numerusform>%n promised by adults</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>A drawing of %n stroke(s).</source>
            <translation>
                <numerusform>A drawing of %n stroke.</numerusform>
                <numerusform>A drawing of %n strokes.</numerusform>
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
        <name>GuessWait</name>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n second</numerusform>
                <numerusform>%n seconds</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LeftOutList</name>
        <message numerus="yes">
            <source>%n thing(s). Nothing of it is anywhere in the file.</source>
            <translation>
                <numerusform>%n thing. Nothing of it is anywhere in the file.</numerusform>
                <numerusform>%n things. Nothing of it is anywhere in the file.</numerusform>
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
        <name>PictureCard</name>
        <message numerus="yes">
            <source>%n more in the table</source>
            <translation>
                <numerusform>%n more in the table</numerusform>
                <numerusform>%n more in the table</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RestOfPart</name>
        <message numerus="yes">
            <source>%n question(s) here need an answer or a reason.</source>
            <translation>
                <numerusform>%n question here needs an answer or a reason.</numerusform>
                <numerusform>%n questions here need an answer or a reason.</numerusform>
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
            <source>%n time(s) away</source>
            <translation>
                <numerusform>%n time away</numerusform>
                <numerusform>%n times away</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) of a talk, or of why there was none</source>
            <translation>
                <numerusform>%n record of a talk, or of why there was none</numerusform>
                <numerusform>%n records of a talk, or of why there was none</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) heard</source>
            <translation>
                <numerusform>%n line heard</numerusform>
                <numerusform>%n lines heard</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n signed report(s)</source>
            <translation>
                <numerusform>%n signed report</numerusform>
                <numerusform>%n signed reports</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n promise(s) still open</source>
            <translation>
                <numerusform>%n promise still open</numerusform>
                <numerusform>%n promises still open</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) not sealed</source>
            <translation>
                <numerusform>%n record not sealed</numerusform>
                <numerusform>%n records not sealed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sealed record(s) not signed</source>
            <translation>
                <numerusform>%n sealed record not signed</numerusform>
                <numerusform>%n sealed records not signed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n person(s) still to be told</source>
            <translation>
                <numerusform>%n person still to be told</numerusform>
                <numerusform>%n people still to be told</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Taken out: %n record(s), with what was half typed and older copies.</source>
            <translation>
                <numerusform>Taken out: %n record, with what was half typed and older copies.</numerusform>
                <numerusform>Taken out: %n records, with what was half typed and older copies.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n empty part(s) of the notes file cannot be read</source>
            <translation>
                <numerusform>%n empty part of the notes file cannot be read</numerusform>
                <numerusform>%n empty parts of the notes file cannot be read</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n case(s)</source>
            <translation>
                <numerusform>%n case</numerusform>
                <numerusform>%n cases</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n change(s)</source>
            <translation>
                <numerusform>%n change</numerusform>
                <numerusform>%n changes</numerusform>
            </translation>
        </message>
    </context>
</TS>