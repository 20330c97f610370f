<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Compare</name>
    <message numerus="yes">
        <source>%n tensor(s) could not be compared.</source>
        <translation>
            <numerusform>%n tensor could not be compared.</numerusform>
            <numerusform>%n tensors could not be compared.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TensorTable</name>
    <message numerus="yes">
        <source>%Ln tensors</source>
        <translation>
            <numerusform>%Ln tensor</numerusform>
            <numerusform>%Ln tensors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1
%2 of %Ln tensors are quantized</source>
        <translation>
            <numerusform>%1
%2 of %Ln tensor are quantized</numerusform>
            <numerusform>%1
%2 of %Ln tensors are quantized</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::ChartPanel</name>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::DivergingBars</name>
    <message numerus="yes">
        <source>%n block(s) against the baseline %1.</source>
        <translation>
            <numerusform>%n block against the baseline %1.</numerusform>
            <numerusform>%n blocks against the baseline %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::JobQueue</name>
    <message numerus="yes">
        <source>Planned: %n tensors, %1 become %2</source>
        <translation>
            <numerusform>Planned: %n tensor, %1 become %2</numerusform>
            <numerusform>Planned: %n tensors, %1 become %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tensors missed a limit</source>
        <translation>
            <numerusform>%n tensor missed a limit</numerusform>
            <numerusform>%n tensors missed a limit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::MessageBar</name>
    <message numerus="yes">
        <source>… and %n more; Copy details has them all</source>
        <translation>
            <numerusform>… and %n more; Copy details has them all</numerusform>
            <numerusform>… and %n more; Copy details has them all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(and %n more)</numerusform>
            <numerusform>(and %n more)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::OpenPage</name>
    <message numerus="yes">
        <source>%n bits per weight, groups of %1</source>
        <translation>
            <numerusform>%n bit per weight, groups of %1</numerusform>
            <numerusform>%n bits per weight, groups of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::PlanPage</name>
    <message numerus="yes">
        <source>%Ln tensors</source>
        <translation>
            <numerusform>%Ln tensor</numerusform>
            <numerusform>%Ln tensors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::Planner</name>
    <message numerus="yes">
        <source>%n tensors</source>
        <translation>
            <numerusform>%n tensor</numerusform>
            <numerusform>%n tensors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::PresetSaveDialog</name>
    <message numerus="yes">
        <source>%Ln tensor(s) chosen &amp;one by one</source>
        <translation>
            <numerusform>%Ln tensor chosen &amp;one by one</numerusform>
            <numerusform>%Ln tensors chosen &amp;one by one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::ProfileCard</name>
    <message numerus="yes">
        <source>%n bits, groups of %1</source>
        <translation>
            <numerusform>%n bit, groups of %1</numerusform>
            <numerusform>%n bits, groups of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bits, %1</source>
        <translation>
            <numerusform>%n bit, %1</numerusform>
            <numerusform>%n bits, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::RulesSection</name>
    <message numerus="yes">
        <source>%Ln tensors were chosen in the table</source>
        <translation>
            <numerusform>%Ln tensor was chosen in the table</numerusform>
            <numerusform>%Ln tensors were chosen in the table</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::SizeErrorChart</name>
    <message numerus="yes">
        <source>%n setting(s) by size and error.</source>
        <translation>
            <numerusform>%n setting by size and error.</numerusform>
            <numerusform>%n settings by size and error.</numerusform>
        </translation>
    </message>
</context>
</TS>
