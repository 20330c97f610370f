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
    <name>FitText</name>
    <message numerus="yes">
        <source>%n row(s) locked by you</source>
        <translation>
            <numerusform>%n row locked by you</numerusform>
            <numerusform>%n rows locked by you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept by lists and rules</source>
        <translation>
            <numerusform>%n kept by lists and rules</numerusform>
            <numerusform>%n kept by lists and rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message numerus="yes">
        <source>%n elements</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueQuestions</name>
    <message numerus="yes">
        <source>%n finished files are lost or replaced by this.</source>
        <translation>
            <numerusform>%n finished file is lost or replaced by this.</numerusform>
            <numerusform>%n finished files are lost or replaced by this.</numerusform>
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
%2 of %Ln tensor is quantized</numerusform>
            <numerusform>%1
%2 of %Ln tensors are quantized</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::AddJobsPart</name>
    <message numerus="yes">
        <source>%n files exist already.</source>
        <translation>
            <numerusform>%n file exists already.</numerusform>
            <numerusform>%n files exist already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs were added to the queue.</source>
        <translation>
            <numerusform>%n job was added to the queue.</numerusform>
            <numerusform>%n jobs were added to the queue.</numerusform>
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
    <name>aq::CompareDetails</name>
    <message numerus="yes">
        <source>%n tensor(s) differ</source>
        <translation>
            <numerusform>%n tensor differs</numerusform>
            <numerusform>%n tensors differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::CompareTrialsPanel</name>
    <message numerus="yes">
        <source>%n of %1 compared; you can tick up to four.</source>
        <translation>
            <numerusform>%n of %1 compared; you can tick up to four.</numerusform>
            <numerusform>%n of %1 compared; you can tick up to four.</numerusform>
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
    <name>aq::FitChanges</name>
    <message numerus="yes">
        <source>%Ln type(s) changed: %1</source>
        <translation>
            <numerusform>%Ln type changed: %1</numerusform>
            <numerusform>%Ln types changed: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::FitPanel</name>
    <message numerus="yes">
        <source>%Ln tensor(s) have a choice of types; %1 are measured in all.</source>
        <translation>
            <numerusform>%Ln tensor has a choice of types; %1 are measured in all.</numerusform>
            <numerusform>%Ln tensors have a choice of types; %1 are measured in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tensor(s) below a floor or the minimum cosine</source>
        <translation>
            <numerusform>%Ln tensor below a floor or the minimum cosine</numerusform>
            <numerusform>%Ln tensors below a floor or the minimum cosine</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::Fitting</name>
    <message numerus="yes">
        <source>Better by %1 after %n generation(s).</source>
        <translation>
            <numerusform>Better by %1 after %n generation.</numerusform>
            <numerusform>Better by %1 after %n generations.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::JobLogView</name>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::JobQueue</name>
    <message numerus="yes">
        <source>Planned: %n tensors, %1 become %2</source>
        <translation>
            <numerusform>Planned: %n tensor, %1 becomes %2</numerusform>
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
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::MainWindow</name>
    <message numerus="yes">
        <source>%n jobs are running.</source>
        <translation>
            <numerusform>%n job is running.</numerusform>
            <numerusform>%n jobs are running.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished files have not been exported.</source>
        <translation>
            <numerusform>%n finished file has not been exported.</numerusform>
            <numerusform>%n finished files have not been exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs are not finished.</source>
        <translation>
            <numerusform>%n job is not finished.</numerusform>
            <numerusform>%n jobs are not finished.</numerusform>
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
    <name>aq::NotificationPart</name>
    <message numerus="yes">
        <source>%n job(s) finished</source>
        <translation>
            <numerusform>%n job finished</numerusform>
            <numerusform>%n jobs finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) failed</source>
        <translation>
            <numerusform>%n job failed</numerusform>
            <numerusform>%n jobs failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) finished.</source>
        <translation>
            <numerusform>%n job finished.</numerusform>
            <numerusform>%n jobs finished.</numerusform>
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
    <message numerus="yes">
        <source>Lock %Ln tensors</source>
        <translation>
            <numerusform>Lock %Ln tensor</numerusform>
            <numerusform>Lock %Ln tensors</numerusform>
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
            <numerusform>%Ln tensor chosen on its &amp;own</numerusform>
            <numerusform>%Ln tensors chosen &amp;one by one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::PresetsPart</name>
    <message numerus="yes">
        <source>%Ln preset file(s) cannot be read and are left as they are.</source>
        <translation>
            <numerusform>%Ln preset file cannot be read and is left as it is.</numerusform>
            <numerusform>%Ln preset files cannot be read and are left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln preset(s) were imported.</source>
        <translation>
            <numerusform>%Ln preset was imported.</numerusform>
            <numerusform>%Ln presets were imported.</numerusform>
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
    <name>aq::QueuePage</name>
    <message numerus="yes">
        <source>%1 of %n jobs ended</source>
        <translation>
            <numerusform>%1 of %n job ended</numerusform>
            <numerusform>%1 of %n jobs ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n held</numerusform>
            <numerusform>%n held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n paused</numerusform>
            <numerusform>%n paused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::QueuePart</name>
    <message numerus="yes">
        <source>%n jobs were not finished.</source>
        <translation>
            <numerusform>%n job was not finished.</numerusform>
            <numerusform>%n jobs were not finished.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n jobs that run, or whose file was not exported?</source>
        <translation>
            <numerusform>Remove %n job that runs, or whose file was not exported?</numerusform>
            <numerusform>Remove %n jobs that run, or whose file was not exported?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs run.</source>
        <translation>
            <numerusform>%n job runs.</numerusform>
            <numerusform>%n jobs run.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::RepairPart</name>
    <message numerus="yes">
        <source>%1: %Ln tensor(s) missed a limit.</source>
        <translation>
            <numerusform>%1: %Ln tensor missed a limit.</numerusform>
            <numerusform>%1: %Ln tensors missed a limit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tensor(s) still miss a limit. The file has %1.</source>
        <translation>
            <numerusform>%Ln tensor still misses a limit. The file has %1.</numerusform>
            <numerusform>%Ln tensors still miss a limit. The file has %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::ReportPage</name>
    <message numerus="yes">
        <source>floor of %n bit(s)</source>
        <translation>
            <numerusform>floor of %n bit</numerusform>
            <numerusform>floor of %n bits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::ResumeCard</name>
    <message numerus="yes">
        <source>%Ln job(s) are not finished</source>
        <translation>
            <numerusform>%Ln job is not finished</numerusform>
            <numerusform>%Ln jobs are not finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
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
<context>
    <name>aq::Trials</name>
    <message numerus="yes">
        <source>%1 + %n of your own</source>
        <comment>recipe with own rules</comment>
        <translation>
            <numerusform>%1 + %n of your own</numerusform>
            <numerusform>%1 + %n of your own</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::VerdictBanner</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n below the minimum cosine</source>
        <translation>
            <numerusform>%n below the minimum cosine</numerusform>
            <numerusform>%n below the minimum cosine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n below the floor of its width</source>
        <translation>
            <numerusform>%n below the floor of its width</numerusform>
            <numerusform>%n below the floors of their widths</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Raise %Ln tensor(s) and write again</source>
        <translation>
            <numerusform>Raise %Ln tensor and write again</numerusform>
            <numerusform>Raise %Ln tensors and write again</numerusform>
        </translation>
    </message>
</context>
</TS>
