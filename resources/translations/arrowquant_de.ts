<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>User guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instruction set in use: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About ArrowQuant</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Relative RMSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root mean square error relative to the weights, over all weights of the model. 0 is exact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The relative RMSE in decibels: signal to quantization noise. Higher is closer; 6 dB are half the error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 − cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the direction of the weights turned, averaged over all weights. 0 is exact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative RMSE of the tensor that suffers most. One bad layer can spoil all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %3 larger than %2 and has %4 less error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %3 smaller than %2 and has %4 more error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %3 smaller than %2 and has %4 times its error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is better than %2 in both: %3 smaller, with %4 less error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %3 smaller than %2 with the same error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is as large as %2 and has %4 less error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is worse than %2 in both: %3 larger, with %4 more error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is worse than %2 in both: %3 larger, with %4 times its error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %3 larger than %2 with the same error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is as large as %2 and has %4 more error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is as large as %2 and has %4 times its error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 are the same in size and error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %3 larger than %2; measure both to compare their errors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %3 smaller than %2; measure both to compare their errors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is as large as %2; measure both to compare their errors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of them is measured and fits into %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the closest of them that fits into %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan, not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File, compared with the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the others is both smaller and closer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is better: no larger, and closer to the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>measure, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (baseline)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits to be measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not be measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, data without the file&apos;s header</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) could not be compared.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3; %4 is better in both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add another setting to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick two to four settings to compare them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it exists and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch or copy it again, then open it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model cannot be processed as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the tensor as it is, or use another format or scheme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan cannot be carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the named setting; undo takes the last change back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name or folder, or check the free space there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside ArrowQuant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please report it with the copied details.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>Quantized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors that get a new type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors that stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overridden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors whose type was chosen in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors that the wished type does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1-D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vectors: biases, norms, scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolution kernels: four extents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names that contain “attn”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors that miss a limit, or failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names that are too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names that occur twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Types that load slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Types that are not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Types that this kind of file does not have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Types that cannot be decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors without elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored in other rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that are not whole blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1 instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write names without the prefix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the names as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 blocking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stands in the way of this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stands in the way of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan cannot be written as it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 will not load this file, or not as planned</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobText</name>
    <message>
        <source>Quantizing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dequantizing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>%1 · from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is quantized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan&apos;s default type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule of the recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep-list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known to be sensitive: stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too small to be worth it: stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of your patterns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Override</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen for this very tensor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wish does not fit this tensor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not float</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Integers and packed types pass through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asymmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asymmetric, zero exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportTable</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against the limits above the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is stored; keep: byte for byte as in the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine similarity with the source; 1 is the same direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative RMSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root mean square error over that of the source; 0 is exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signal to quantization noise; higher is closer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest difference of a single weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits/weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes, scales and zero points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the written file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TensorTable</name>
    <message numerus="yes">
        <source>%Ln tensors</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; stored as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored as %1, the same weights in other rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored as “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1
%2 of %Ln tensors are quantized</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1
Press F2 or double-click to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured yet: try the plan, or run it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst tensor of the block: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative RMSE %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured with another plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outdated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full name in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outermost extent first; of a block, how many tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type and group size after quantization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes in the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes in the output, scales included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative RMSE; lower is closer to the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What decided. A row override beats a pattern, which beats the keep-list, the recipe and the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the last trial or run says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type of the elements in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size before, divided by size after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signal to quantization noise; higher is closer to the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of elements</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Types</name>
    <message>
        <source>%1 or later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Needs %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales follow from the largest weights: the fastest, and the largest error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few ranges are tried and the scale is fitted once: nearly the best, at about half the speed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many ranges are tried and the scales fitted: the smallest error, several times slower.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bpw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::ArchitectureBanner</name>
    <message>
        <source>%1 and 1 more name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 more names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as you chose; nothing is kept for it, and no file will name it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of the known networks; that is fine, but nothing is kept exact for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as you chose, although its names are not in this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as you chose; it has %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recognised by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No architecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown architecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; prefix %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>architecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why this architecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names that decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensors whose names decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which network this is decides what is kept exact, and what a GGUF file calls itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::ChartFrame</name>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the same numbers as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of it again (0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save or copy this chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value that is pointed at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as &amp;SVG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as &amp;PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as &amp;CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy p&amp;icture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: show all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::ChartLegend</name>
    <message>
        <source>%1 (hidden)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::ChartPanel</name>
    <message>
        <source>%1 table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the same numbers as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at the chart, or use the arrow keys, to read single values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No points yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 point</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, last %2, largest %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::ChartSavePart</name>
    <message>
        <source>Vector picture (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chart was saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::ComponentDialog</name>
    <message>
        <source>Choose components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder holds several networks. &amp;Open these together, as one model:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check at least one component</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::DefaultsSection</name>
    <message>
        <source>Default type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about the type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bits:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of every tensor that no rule speaks of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Group size:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights that share one scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ymmetry:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asymmetric ranges fit both ends; symmetric ones need no zero point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sca&amp;les:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type of the scales in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sear&amp;ch:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much is tried to find the scales with the smallest error; it costs time only while quantizing. Of INT types, those of 4 bits and fewer are searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Importance:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum c&amp;osine:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tensor that is less like its source than this fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set default type to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set group size to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set symmetry to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set scales to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set search to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use no importance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set minimum cosine to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its blocks have a fixed layout: there is no group size, symmetry or scale type to choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stores all scales as %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::DropZone</name>
    <message>
        <source>Drop a model here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a file or a folder, or press to choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or click to choose a file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::EstimateStrip</name>
    <message>
        <source>%1 → %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 quantized, %3 converted, %4 kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 quantized, %3 kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimated size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimated bits per weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plan notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try (measure)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quantize…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>findings of the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No plan yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what stands in the way, and repairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (and %2 more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for what is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the plan first: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no plan yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures the error of every tensor (F5); writes nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the file and checks it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Asks before it is written all the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter tensors: part of a name, a glob, or re:…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of a name, a glob for the whole name (blocks.*.attn?),
or re: and a regular expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::FindingsModel</name>
    <message>
        <source>%1 tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::FindingsPanel</name>
    <message>
        <source>findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why it matters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no plan yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes need no repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes the suggested repair of each finding that blocks or is slow: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair all findings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::GoalSection</name>
    <message>
        <source>Goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;arget:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which file is written, and who reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set target to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set profile to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::ImportanceRow</name>
    <message>
        <source>All columns matter alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be used: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the quantized tensors uses it: no effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by %1 of %2 quantized tensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>importance file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>importance coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An imatrix file (.dat or .gguf): how much each input of a layer mattered in a calibration run. Scales are chosen so that the inputs that matter stay close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All columns matter alike again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::JobBar</name>
    <message>
        <source>Job progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the running job; nothing it wrote is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::JobQueue</name>
    <message>
        <source>%1 · %2</source>
        <comment>model · setting</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. Nothing was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was discarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is nearly full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place: error</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Planned: %n tensors, %1 become %2</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Overruled: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was kept: %2</source>
        <comment>tensor, error</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tensors passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tensors missed a limit</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Finished: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put aside, to go on later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::KeepSection</name>
    <message>
        <source>Keep exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;1-D tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names known to be &amp;sensitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the architecture &amp;needs exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensitive patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensitive names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biases, norms and scales: small, and they matter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embeddings, norms, first and last layers of common models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recognised architecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors &amp;under:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors with fewer elements stay exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensitive patterns:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensitive names:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep 1-D tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantize 1-D tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep sensitive names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantize sensitive names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the architecture&apos;s list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantize the architecture&apos;s list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep tensors under %1 elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No known architecture: nothing is kept for it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::MainWindow</name>
    <message>
        <source>Opening %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the job and open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the job and close the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying the plan on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantizing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantize a model first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A trial writes no file; quantize to get one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is being exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the job and quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder with a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an importance matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importance matrices (*.dat *.gguf *.imatrix)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the validated file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the validated file, for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several files were dropped. Which is the model?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command line was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Load plan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save plan &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save re&amp;port…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy equivalent command &amp;line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors, and what to do with them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How close the result is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>hint (shortcut)</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan as opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History of the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures the error of every tensor; writes nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quantize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue on &amp;errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tensor that fails is kept as it is, and listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About ArrowQuant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is running on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings stand in the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2

Most findings offer repairs. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file that is written all the same says in its metadata what was overruled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a repair there can be no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantize anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing it has written so far will be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result is not exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quantized %1 has not been exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without an export, the validated file will be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result is being exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quantized %1 is being exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This can go on as soon as the export has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the export</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::MessageBar</name>
    <message numerus="yes">
        <source>… and %n more; Copy details has them all</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide what more is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the next message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder of this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole message to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what happened before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>messages</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::OpenPage</name>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n bits per weight, groups of %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open &amp;file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open f&amp;older…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sharded model or a diffusers folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads %1. Opening reads only the table of contents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::PlanPage</name>
    <message numerus="yes">
        <source>%Ln tensors</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Set %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The importance file cannot be used: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use importance of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the architecture as recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set architecture to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set no architecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pattern %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::PlanPanel</name>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::Planner</name>
    <message>
        <source>Nothing is quantized: no tensor gets or fits a smaller type; see the column Why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors that do not fit their scheme and fall back: %1; see the column Why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough free space: %1 needed, %2 free in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tensors</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::PlotView</name>
    <message>
        <source>Largest in a column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest above 0 in a column</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::ProfileCard</name>
    <message numerus="yes">
        <source>%n bits, groups of %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bits, %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this model: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>modified; choose it again to go back to its values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (modified)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::ReportPage</name>
    <message>
        <source>Minimum cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each quantized tensor must reach this cosine similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also the floors of each bit width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stricter limits that a sound quantization of this width reaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum cosine:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compression:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits per weight:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine, weighted:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative RMSE:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQNR:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error per tensor in the written file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative RMSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As JSON, CSV or a web page that needs no other file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy equivalent command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arrowquant-cli command that does the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the very file that was validated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none, this was a trial</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::RuleListEditor</name>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a pattern first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::RuleListModel</name>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pattern %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove pattern %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change pattern %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::RulesSection</name>
    <message>
        <source>Layer rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules of the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first pattern that matches decides. A choice in the table beats all patterns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overrides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes every choice made in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the recipe, weaker than those above:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all overrides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was chosen in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 tensor was chosen in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln tensors were chosen in the table</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::RunPage</name>
    <message>
        <source>Errors: %1. First: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. Nothing was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished: all tensors passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished. Tensors that missed a limit: %1; see the report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job has run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantize or try a plan, and watch it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quantization reads the source twice: the second time to compare it with what was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compression so far:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elapsed:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed tensors:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source read (MB/s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error per tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative RMSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source ÷ output size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read (quantize and validate):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::Session</name>
    <message>
        <source>Load plan %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::TensorBrowser</name>
    <message>
        <source>Grou&amp;p by block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set &amp;type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset to default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make a pattern…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the selected tensors unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes what was chosen for the selected tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds a rule that matches the names of the selected tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select tensors first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::TensorView</name>
    <message>
        <source>Planned type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set &amp;type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset to default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make a pattern from the selection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xpand all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ollapse all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::VerdictBanner</name>
    <message>
        <source>No report yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantize a model, or try a plan, to see how close it stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantized tensors: %1, all within the limits. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantized tensors: %1, all within the limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial not passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors that missed a limit: %1. First: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Findings were overruled: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No verdict yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict: passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict: not passed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Quantizes neural-network checkpoints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a window of its own even when there is one already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model to open: a file, an index or a folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
