<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>User guide</source>
        <translation>用户指南</translation>
    </message>
    <message>
        <source>Qt %1</source>
        <translation>Qt %1</translation>
    </message>
    <message>
        <source>Instruction set in use: %1</source>
        <translation>正在使用的指令集：%1</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation>自由软件，遵循 GNU 通用公共许可证第 3 版或更新版本。不提供任何担保。</translation>
    </message>
    <message>
        <source>About ArrowQuant</source>
        <translation>关于 ArrowQuant</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Relative RMSE</source>
        <translation>相对 RMSE</translation>
    </message>
    <message>
        <source>Root mean square error relative to the weights, over all weights of the model. 0 is exact.</source>
        <translation>相对于权重的均方根误差，统计模型的全部权重。0 表示完全一致。</translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>The relative RMSE in decibels: signal to quantization noise. Higher is closer; 6 dB are half the error.</source>
        <translation>以分贝表示的相对 RMSE:信号与量化噪声之比。越高越接近原模型；每 6 dB 误差减半。</translation>
    </message>
    <message>
        <source>1 − cosine</source>
        <translation>1 − 余弦</translation>
    </message>
    <message>
        <source>How far the direction of the weights turned, averaged over all weights. 0 is exact.</source>
        <translation>权重方向偏转的程度，对全部权重取平均。0 表示完全一致。</translation>
    </message>
    <message>
        <source>Worst tensor</source>
        <translation>最差的张量</translation>
    </message>
    <message>
        <source>Relative RMSE of the tensor that suffers most. One bad layer can spoil all.</source>
        <translation>损失最大的张量的相对 RMSE。一个糟糕的层就可能毁掉整个模型。</translation>
    </message>
    <message>
        <source>%1 is %3 larger than %2 and has %4 less error.</source>
        <translation>%1 比 %2 大 %3，误差小 %4。</translation>
    </message>
    <message>
        <source>%1 is %3 smaller than %2 and has %4 more error.</source>
        <translation>%1 比 %2 小 %3，误差大 %4。</translation>
    </message>
    <message>
        <source>%1 is %3 smaller than %2 and has %4 times its error.</source>
        <translation>%1 比 %2 小 %3，误差是其 %4 倍。</translation>
    </message>
    <message>
        <source>%1 is better than %2 in both: %3 smaller, with %4 less error.</source>
        <translation>%1 在两方面都优于 %2：小 %3，误差小 %4。</translation>
    </message>
    <message>
        <source>%1 is %3 smaller than %2 with the same error.</source>
        <translation>%1 比 %2 小 %3，误差相同。</translation>
    </message>
    <message>
        <source>%1 is as large as %2 and has %4 less error.</source>
        <translation>%1 与 %2 一样大，误差小 %4。</translation>
    </message>
    <message>
        <source>%1 is worse than %2 in both: %3 larger, with %4 more error.</source>
        <translation>%1 在两方面都不如 %2：大 %3，误差大 %4。</translation>
    </message>
    <message>
        <source>%1 is worse than %2 in both: %3 larger, with %4 times its error.</source>
        <translation>%1 在两方面都不如 %2：大 %3，误差是其 %4 倍。</translation>
    </message>
    <message>
        <source>%1 is %3 larger than %2 with the same error.</source>
        <translation>%1 比 %2 大 %3，误差相同。</translation>
    </message>
    <message>
        <source>%1 is as large as %2 and has %4 more error.</source>
        <translation>%1 与 %2 一样大，误差大 %4。</translation>
    </message>
    <message>
        <source>%1 is as large as %2 and has %4 times its error.</source>
        <translation>%1 与 %2 一样大，误差是其 %4 倍。</translation>
    </message>
    <message>
        <source>%1 and %2 are the same in size and error.</source>
        <translation>%1 与 %2 的大小和误差都相同。</translation>
    </message>
    <message>
        <source>%1 is %3 larger than %2; measure both to compare their errors.</source>
        <translation>%1 比 %2 大 %3；两者都测量后才能比较误差。</translation>
    </message>
    <message>
        <source>%1 is %3 smaller than %2; measure both to compare their errors.</source>
        <translation>%1 比 %2 小 %3；两者都测量后才能比较误差。</translation>
    </message>
    <message>
        <source>%1 is as large as %2; measure both to compare their errors.</source>
        <translation>%1 与 %2 一样大；两者都测量后才能比较误差。</translation>
    </message>
    <message>
        <source>None of them is measured and fits into %1.</source>
        <translation>其中没有既已测量又能放入 %1 的。</translation>
    </message>
    <message>
        <source>%1 is the closest of them that fits into %2.</source>
        <translation>在能放入 %2 的当中，%1 最接近原模型。</translation>
    </message>
    <message>
        <source>Plan, not measured yet</source>
        <translation>计划，尚未测量</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>已测量</translation>
    </message>
    <message>
        <source>File, compared with the source</source>
        <translation>文件，已与源模型比较</translation>
    </message>
    <message>
        <source>None of the others is both smaller and closer.</source>
        <translation>没有其他设置既更小又更接近原模型。</translation>
    </message>
    <message>
        <source>%1 is better: no larger, and closer to the source.</source>
        <translation>%1 更好：不更大，且更接近源模型。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>measure, value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>完全一致</translation>
    </message>
    <message>
        <source>%1 (baseline)</source>
        <translation>%1（基准）</translation>
    </message>
    <message>
        <source>%1, %2 of the source</source>
        <translation>%1，为源模型的 %2</translation>
    </message>
    <message>
        <source>waits to be measured</source>
        <translation>等待测量</translation>
    </message>
    <message>
        <source>measuring, %1</source>
        <translation>正在测量，%1</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>could not be measured</source>
        <translation>无法测量</translation>
    </message>
    <message>
        <source>%1, data without the file&apos;s header</source>
        <translation>%1，不含文件头的数据</translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) could not be compared.</source>
        <translation>
            <numerusform>有 %n 个张量无法比较。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, not measured</source>
        <translation>%1：%2，未测量</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>%1: %2, %3; %4 is better in both</source>
        <translation>%1：%2，%3;%4 在两方面都更好</translation>
    </message>
    <message>
        <source>Add another setting to compare with.</source>
        <translation>请再添加一个设置进行比较。</translation>
    </message>
    <message>
        <source>Tick two to four settings to compare them.</source>
        <translation>请勾选二到四个设置进行比较。</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The file cannot be read.</source>
        <translation>无法读取该文件。</translation>
    </message>
    <message>
        <source>Check that it exists and that you may read it.</source>
        <translation>请确认文件存在，并且您有读取权限。</translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation>文件已损坏。</translation>
    </message>
    <message>
        <source>Fetch or copy it again, then open it once more.</source>
        <translation>请重新下载或复制，然后再打开。</translation>
    </message>
    <message>
        <source>This model cannot be processed as it is.</source>
        <translation>无法按原样处理此模型。</translation>
    </message>
    <message>
        <source>Keep the tensor as it is, or use another format or scheme.</source>
        <translation>请原样保留该张量，或改用其他格式或方案。</translation>
    </message>
    <message>
        <source>The plan cannot be carried out.</source>
        <translation>无法执行该计划。</translation>
    </message>
    <message>
        <source>Change the named setting; undo takes the last change back.</source>
        <translation>请修改所指出的设置；“撤销”可取消上一次修改。</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>无法写入文件。</translation>
    </message>
    <message>
        <source>Choose another name or folder, or check the free space there.</source>
        <translation>请换一个名称或文件夹，或检查那里的可用空间。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Something went wrong inside ArrowQuant.</source>
        <translation>ArrowQuant 内部发生错误。</translation>
    </message>
    <message>
        <source>Please report it with the copied details.</source>
        <translation>请附上复制的详细信息进行报告。</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>Quantized</source>
        <translation>已量化</translation>
    </message>
    <message>
        <source>Tensors that get a new type</source>
        <translation>将获得新类型的张量</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Tensors that stay as they are</source>
        <translation>保持原样的张量</translation>
    </message>
    <message>
        <source>Overridden</source>
        <translation>已覆盖</translation>
    </message>
    <message>
        <source>Tensors whose type was chosen in the table</source>
        <translation>在表格中选定类型的张量</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>回退</translation>
    </message>
    <message>
        <source>Tensors that the wished type does not fit</source>
        <translation>不适合所选类型的张量</translation>
    </message>
    <message>
        <source>1-D</source>
        <translation>一维</translation>
    </message>
    <message>
        <source>Vectors: biases, norms, scales</source>
        <translation>向量：偏置、归一化、缩放</translation>
    </message>
    <message>
        <source>Conv</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Convolution kernels: four extents</source>
        <translation>卷积核：四个维度</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Names that contain “attn”</source>
        <translation>名称中含有“attn”</translation>
    </message>
    <message>
        <source>Below floor</source>
        <translation>低于下限</translation>
    </message>
    <message>
        <source>Tensors that miss a limit, or failed</source>
        <translation>未达到限值或失败的张量</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>缓慢</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>阻止</translation>
    </message>
    <message>
        <source>Names that are too long</source>
        <translation>名称过长</translation>
    </message>
    <message>
        <source>Names that occur twice</source>
        <translation>名称重复</translation>
    </message>
    <message>
        <source>Types that load slowly</source>
        <translation>加载缓慢的类型</translation>
    </message>
    <message>
        <source>Types that are not read</source>
        <translation>无法读取的类型</translation>
    </message>
    <message>
        <source>Types that this kind of file does not have</source>
        <translation>此类文件不支持的类型</translation>
    </message>
    <message>
        <source>Too many dimensions</source>
        <translation>维数过多</translation>
    </message>
    <message>
        <source>Types that cannot be decoded</source>
        <translation>无法解码的类型</translation>
    </message>
    <message>
        <source>Tensors without elements</source>
        <translation>没有元素的张量</translation>
    </message>
    <message>
        <source>Stored in other rows</source>
        <translation>以其他行排列存储</translation>
    </message>
    <message>
        <source>Rows that are not whole blocks</source>
        <translation>行长不是整块的倍数</translation>
    </message>
    <message>
        <source>Write %1 instead</source>
        <translation>改为写入 %1</translation>
    </message>
    <message>
        <source>Store as %1</source>
        <translation>存为 %1</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Write names without the prefix</source>
        <translation>写入不带前缀的名称</translation>
    </message>
    <message>
        <source>Keep the names as they are</source>
        <translation>保持名称不变</translation>
    </message>
    <message>
        <source>%1 blocking</source>
        <translation>%1 项阻止</translation>
    </message>
    <message>
        <source>%1 slow</source>
        <translation>%1 项缓慢</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 条提示</translation>
    </message>
    <message>
        <source>%1 notes</source>
        <translation>%1 条提示</translation>
    </message>
    <message>
        <source>Nothing stands in the way of this file.</source>
        <translation>此文件没有任何障碍。</translation>
    </message>
    <message>
        <source>Nothing stands in the way of %1.</source>
        <translation>对 %1 没有任何障碍。</translation>
    </message>
    <message>
        <source>The plan cannot be written as it stands</source>
        <translation>按现状无法写入该计划</translation>
    </message>
    <message>
        <source>%1 will not load this file, or not as planned</source>
        <translation>%1 无法加载此文件，或无法按计划加载</translation>
    </message>
</context>
<context>
    <name>JobText</name>
    <message>
        <source>Quantizing</source>
        <translation>正在量化</translation>
    </message>
    <message>
        <source>Validating</source>
        <translation>正在验证</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>正在测量</translation>
    </message>
    <message>
        <source>Dequantizing</source>
        <translation>正在反量化</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>%1 · from %2</source>
        <translation>%1 · 基于 %2</translation>
    </message>
    <message>
        <source>Nothing is quantized.</source>
        <translation>不量化任何内容。</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>The plan&apos;s default type.</source>
        <translation>计划的默认类型。</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>A rule of the recipe.</source>
        <translation>配方中的一条规则。</translation>
    </message>
    <message>
        <source>Keep-list</source>
        <translation>保留列表</translation>
    </message>
    <message>
        <source>Known to be sensitive: stays as it is.</source>
        <translation>已知对量化敏感：保持原样。</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>较小</translation>
    </message>
    <message>
        <source>Too small to be worth it: stays as it is.</source>
        <translation>太小，不值得量化：保持原样。</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>匹配模式</translation>
    </message>
    <message>
        <source>One of your patterns.</source>
        <translation>您的一条匹配模式。</translation>
    </message>
    <message>
        <source>Override</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>Chosen for this very tensor.</source>
        <translation>专为此张量选定。</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>回退</translation>
    </message>
    <message>
        <source>The wish does not fit this tensor.</source>
        <translation>所选类型不适合此张量。</translation>
    </message>
    <message>
        <source>Not float</source>
        <translation>非浮点</translation>
    </message>
    <message>
        <source>Integers and packed types pass through.</source>
        <translation>整数和打包类型原样通过。</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Below floor</source>
        <translation>低于下限</translation>
    </message>
    <message>
        <source>Below minimum</source>
        <translation>低于最小值</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Per tensor</source>
        <translation>每张量</translation>
    </message>
    <message>
        <source>Symmetric</source>
        <translation>对称</translation>
    </message>
    <message>
        <source>Asymmetric</source>
        <translation>非对称</translation>
    </message>
    <message>
        <source>Asymmetric, zero exact</source>
        <translation>非对称，零精确</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Keep source</source>
        <translation>保留源类型</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default type</source>
        <translation>默认类型</translation>
    </message>
    <message>
        <source>Group size</source>
        <translation>组大小</translation>
    </message>
    <message>
        <source>Symmetry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep 1-D tensors</source>
        <translation>保留一维张量</translation>
    </message>
    <message>
        <source>Keep tensors under</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what the architecture needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep sensitive names</source>
        <translation>保留敏感名称</translation>
    </message>
    <message>
        <source>Sensitive patterns</source>
        <translation>敏感模式</translation>
    </message>
    <message>
        <source>Sensitive names</source>
        <translation>敏感名称</translation>
    </message>
    <message>
        <source>Types by pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules of the recipe</source>
        <translation>配方的规则</translation>
    </message>
    <message>
        <source>Single tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum cosine</source>
        <translation>最小余弦</translation>
    </message>
</context>
<context>
    <name>ReportTable</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Against the limits above the table</source>
        <translation>对照表格上方的限值</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>How it is stored; keep: byte for byte as in the source</source>
        <translation>存储方式；keep 表示与源文件逐字节相同</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Cosine similarity with the source; 1 is the same direction</source>
        <translation>与源张量的余弦相似度；1 表示方向相同</translation>
    </message>
    <message>
        <source>Relative RMSE</source>
        <translation>相对 RMSE</translation>
    </message>
    <message>
        <source>Root mean square error over that of the source; 0 is exact</source>
        <translation>均方根误差与源张量均方根之比；0 表示完全一致</translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>Signal to quantization noise; higher is closer</source>
        <translation>信号与量化噪声之比；越高越接近</translation>
    </message>
    <message>
        <source>Max error</source>
        <translation>最大误差</translation>
    </message>
    <message>
        <source>Largest difference of a single weight</source>
        <translation>单个权重的最大差异</translation>
    </message>
    <message>
        <source>Bits/weight</source>
        <translation>位/权重</translation>
    </message>
    <message>
        <source>Codes, scales and zero points</source>
        <translation>编码、缩放和零点</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>In the written file</source>
        <translation>在写入的文件中</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>SizeErrorChart</name>
    <message>
        <source>%1, not measured</source>
        <translation>%1，未测量</translation>
    </message>
</context>
<context>
    <name>TensorTable</name>
    <message numerus="yes">
        <source>%Ln tensors</source>
        <translation>
            <numerusform>%Ln 个张量</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>; stored as %1</source>
        <translation>；存为 %1</translation>
    </message>
    <message>
        <source>Stored as %1, the same weights in other rows</source>
        <translation>存为 %1，权重相同，行排列不同</translation>
    </message>
    <message>
        <source>Stored as “%1”</source>
        <translation>存储名称为“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%1
%2 of %Ln tensors are quantized</source>
        <translation>
            <numerusform>%1
%Ln 个张量中有 %2 个被量化</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
Press F2 or double-click to change</source>
        <translation>%1
按 F2 或双击可更改</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>Not measured yet: try the plan, or run it</source>
        <translation>尚未测量：请试算或运行该计划</translation>
    </message>
    <message>
        <source>Worst tensor of the block: %1</source>
        <translation>块中最差的张量：%1</translation>
    </message>
    <message>
        <source>Relative RMSE %1</source>
        <translation>相对 RMSE %1</translation>
    </message>
    <message>
        <source>Measured with another plan</source>
        <translation>用另一个计划测量</translation>
    </message>
    <message>
        <source>Outdated</source>
        <translation>已过时</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Full name in the file</source>
        <translation>文件中的完整名称</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Outermost extent first; of a block, how many tensors</source>
        <translation>最外层维度在前；对于块则为张量数量</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Type and group size after quantization</source>
        <translation>量化后的类型和组大小</translation>
    </message>
    <message>
        <source>Size before</source>
        <translation>之前大小</translation>
    </message>
    <message>
        <source>Bytes in the source</source>
        <translation>源文件中的字节数</translation>
    </message>
    <message>
        <source>Size after</source>
        <translation>之后大小</translation>
    </message>
    <message>
        <source>Bytes in the output, scales included</source>
        <translation>输出中的字节数，含缩放</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Relative RMSE; lower is closer to the original</source>
        <translation>相对 RMSE；越低越接近原模型</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What decided. A row override beats a pattern, which beats the keep-list, the recipe and the default</source>
        <translation>决定依据。行覆盖优先于匹配模式，匹配模式优先于保留列表、配方和默认值</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What the last trial or run says</source>
        <translation>上次试算或运行的结果</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源</translation>
    </message>
    <message>
        <source>Type of the elements in the file</source>
        <translation>文件中元素的类型</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>比率</translation>
    </message>
    <message>
        <source>Size before, divided by size after</source>
        <translation>之前大小除以之后大小</translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>Signal to quantization noise; higher is closer to the original</source>
        <translation>信号与量化噪声之比；越高越接近原模型</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Number of elements</source>
        <translation>元素数量</translation>
    </message>
</context>
<context>
    <name>Types</name>
    <message>
        <source>%1 or later</source>
        <translation>%1 或更新版本</translation>
    </message>
    <message>
        <source>%1 Needs %2.</source>
        <translation>%1 需要 %2。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Scales follow from the largest weights: the fastest, and the largest error.</source>
        <translation>缩放由最大权重得出：最快，误差也最大。</translation>
    </message>
    <message>
        <source>A few ranges are tried and the scale is fitted once: nearly the best, at about half the speed.</source>
        <translation>尝试少数几个范围并拟合一次缩放：接近最佳，速度约为一半。</translation>
    </message>
    <message>
        <source>Many ranges are tried and the scales fitted: the smallest error, several times slower.</source>
        <translation>尝试许多范围并拟合缩放：误差最小，速度慢数倍。</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>exact</source>
        <translation>完全一致</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>%1 K</source>
        <translation>%1 K</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1%2 %</source>
        <translation>%1%2%</translation>
    </message>
    <message>
        <source>%1 bpw</source>
        <translation>%1 bpw</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
</context>
<context>
    <name>aq</name>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error (RMS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outliers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>How many were looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation around the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kurtosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 for a normal distribution; more: heavier tails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Farther than 6 deviations of the original from its mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights that are exactly 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NaN and infinities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Between original and decoded; 1: the same direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rel. RMSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error relative to the size of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>Signal to quantization noise; higher is closer</source>
        <translation>信号与量化噪声之比；越高越接近</translation>
    </message>
    <message>
        <source>Max error</source>
        <translation>最大误差</translation>
    </message>
    <message>
        <source>Largest difference of a weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the tensor&apos;s matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With outliers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels, or groups of them, that have any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel with the largest error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root of the mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>My presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>档位</translation>
    </message>
    <message>
        <source>%1 *</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep rules and patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensors chosen one by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the architecture and the importance file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left as they are: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::ArchitectureBanner</name>
    <message>
        <source>%1 and 1 more name</source>
        <translation>%1 和另外 1 个名称</translation>
    </message>
    <message>
        <source>%1 and %2 more names</source>
        <translation>%1 和另外 %2 个名称</translation>
    </message>
    <message>
        <source>as you chose; nothing is kept for it, and no file will name it</source>
        <translation>由您选定；不为其保留任何内容，文件中也不会写入其名称</translation>
    </message>
    <message>
        <source>none of the known networks; that is fine, but nothing is kept exact for it</source>
        <translation>不是已知的网络；这没有问题，但不会为其精确保留任何张量</translation>
    </message>
    <message>
        <source>as you chose, although its names are not in this model</source>
        <translation>由您选定，尽管此模型中没有相应的名称</translation>
    </message>
    <message>
        <source>as you chose; it has %1</source>
        <translation>由您选定；模型含有 %1</translation>
    </message>
    <message>
        <source>recognised by %1</source>
        <translation>依据 %1 识别</translation>
    </message>
    <message>
        <source>No architecture</source>
        <translation>无架构</translation>
    </message>
    <message>
        <source>Unknown architecture</source>
        <translation>未知架构</translation>
    </message>
    <message>
        <source>%1; prefix %2</source>
        <translation>%1；前缀 %2</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>architecture</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>why this architecture</source>
        <translation>为何是此架构</translation>
    </message>
    <message>
        <source>names that decided</source>
        <translation>起决定作用的名称</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>The tensors whose names decided</source>
        <translation>名称起决定作用的张量</translation>
    </message>
    <message>
        <source>Which network this is decides what is kept exact, and what a GGUF file calls itself</source>
        <translation>网络类型决定哪些内容精确保留，以及 GGUF 文件所标明的架构</translation>
    </message>
    <message>
        <source>As recognised</source>
        <translation>按识别结果</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>aq::ChartFrame</name>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Show the same numbers as a table</source>
        <translation>以表格显示相同的数据</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show all of it again (0)</source>
        <translation>重新显示全部 (0)</translation>
    </message>
    <message>
        <source>Save or copy this chart</source>
        <translation>保存或复制此图表</translation>
    </message>
    <message>
        <source>Value that is pointed at</source>
        <translation>所指的数值</translation>
    </message>
    <message>
        <source>Save as &amp;SVG…</source>
        <translation>另存为 &amp;SVG…</translation>
    </message>
    <message>
        <source>Save as &amp;PNG…</source>
        <translation>另存为 &amp;PNG…</translation>
    </message>
    <message>
        <source>Save as &amp;CSV…</source>
        <translation>另存为 &amp;CSV…</translation>
    </message>
    <message>
        <source>Copy p&amp;icture</source>
        <translation>复制图片(&amp;I)</translation>
    </message>
    <message>
        <source>Copy &amp;table</source>
        <translation>复制表格(&amp;T)</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>显示全部(&amp;A)</translation>
    </message>
    <message>
        <source>%1 table</source>
        <translation>%1表格</translation>
    </message>
    <message>
        <source>%1 as table</source>
        <translation>%1（表格形式）</translation>
    </message>
    <message>
        <source>%1 menu</source>
        <translation>%1菜单</translation>
    </message>
    <message>
        <source>%1: show all</source>
        <translation>%1：显示全部</translation>
    </message>
</context>
<context>
    <name>aq::ChartLegend</name>
    <message>
        <source>%1 (hidden)</source>
        <translation>%1（已隐藏）</translation>
    </message>
    <message>
        <source>Hide “%1”</source>
        <translation>隐藏“%1”</translation>
    </message>
    <message>
        <source>Show “%1”</source>
        <translation>显示“%1”</translation>
    </message>
</context>
<context>
    <name>aq::ChartPanel</name>
    <message>
        <source>No points yet</source>
        <translation>尚无数据点</translation>
    </message>
    <message>
        <source>1 point</source>
        <translation>1 个点</translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n 个点</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, last %2, largest %3</source>
        <translation>%1，最近 %2，最大 %3</translation>
    </message>
    <message>
        <source>Point at the chart, or use the arrow keys, to read single values. Drag over a part of it, turn the wheel or press + to see it closer; Page up and Page down move along, 0 shows all of it again.</source>
        <translation>指向图表或使用方向键可读取单个数值。拖选一部分、滚动滚轮或按 + 可放大；Page Up 和 Page Down 平移，0 重新显示全部。</translation>
    </message>
    <message>
        <source>No values yet</source>
        <translation>尚无数值</translation>
    </message>
    <message>
        <source>Largest in a column</source>
        <translation>一列中的最大值</translation>
    </message>
    <message>
        <source>Within the limits</source>
        <translation>在限值内</translation>
    </message>
    <message>
        <source>Smallest above 0 in a column</source>
        <translation>一列中大于 0 的最小值</translation>
    </message>
    <message>
        <source>Missed a limit</source>
        <translation>未达到限值</translation>
    </message>
    <message>
        <source>%1, last %2</source>
        <translation>%1，最近 %2</translation>
    </message>
    <message>
        <source>%1, last %2, largest %3 (%4)</source>
        <translation>%1，最近 %2，最大 %3(%4)</translation>
    </message>
    <message>
        <source>%1 %2: %3 %4</source>
        <comment>x title, x, y title, y</comment>
        <translation>%1 %2：%3 %4</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>name, y title, y</comment>
        <translation>%1：%2 %3</translation>
    </message>
</context>
<context>
    <name>aq::ChartSavePart</name>
    <message>
        <source>Vector picture (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>The chart was saved.</source>
        <translation>图表已保存。</translation>
    </message>
</context>
<context>
    <name>aq::ComponentDialog</name>
    <message>
        <source>Choose components</source>
        <translation>选择组件</translation>
    </message>
    <message>
        <source>This folder holds several networks. &amp;Open these together, as one model:</source>
        <translation>此文件夹包含多个网络。将以下各项作为一个模型一起打开(&amp;O):</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>全部(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>全不选(&amp;N)</translation>
    </message>
    <message>
        <source>Check at least one component</source>
        <translation>请至少勾选一个组件</translation>
    </message>
</context>
<context>
    <name>aq::DefaultsSection</name>
    <message>
        <source>Default type</source>
        <translation>默认类型</translation>
    </message>
    <message>
        <source>about the type</source>
        <translation>关于类型</translation>
    </message>
    <message>
        <source>about the search</source>
        <translation>关于搜索</translation>
    </message>
    <message>
        <source>&amp;Bits:</source>
        <translation>位数(&amp;B):</translation>
    </message>
    <message>
        <source>Of every tensor that no rule speaks of</source>
        <translation>用于没有规则提及的每个张量</translation>
    </message>
    <message>
        <source>&amp;Group size:</source>
        <translation>组大小(&amp;G):</translation>
    </message>
    <message>
        <source>Weights that share one scale</source>
        <translation>共用一个缩放的权重数</translation>
    </message>
    <message>
        <source>S&amp;ymmetry:</source>
        <translation>对称性(&amp;Y):</translation>
    </message>
    <message>
        <source>Asymmetric ranges fit both ends; symmetric ones need no zero point</source>
        <translation>非对称范围贴合两端；对称范围不需要零点</translation>
    </message>
    <message>
        <source>Sca&amp;les:</source>
        <translation>缩放(&amp;L):</translation>
    </message>
    <message>
        <source>Type of the scales in the file</source>
        <translation>文件中缩放的类型</translation>
    </message>
    <message>
        <source>Sear&amp;ch:</source>
        <translation>搜索(&amp;C):</translation>
    </message>
    <message>
        <source>How much is tried to find the scales with the smallest error; it costs time only while quantizing. Of INT types, those of 4 bits and fewer are searched</source>
        <translation>为找到误差最小的缩放而尝试的力度；只在量化时花费时间。INT 类型中只搜索 4 位及以下的类型</translation>
    </message>
    <message>
        <source>&amp;Importance:</source>
        <translation>重要性(&amp;I):</translation>
    </message>
    <message>
        <source>Minimum c&amp;osine:</source>
        <translation>最小余弦(&amp;O):</translation>
    </message>
    <message>
        <source>A tensor that is less like its source than this fails</source>
        <translation>与源张量的相似度低于此值即为未通过</translation>
    </message>
    <message>
        <source>Set default type to %1</source>
        <translation>将默认类型设为 %1</translation>
    </message>
    <message>
        <source>Set group size to %1</source>
        <translation>将组大小设为 %1</translation>
    </message>
    <message>
        <source>Set symmetry to %1</source>
        <translation>将对称性设为 %1</translation>
    </message>
    <message>
        <source>Set scales to %1</source>
        <translation>将缩放设为 %1</translation>
    </message>
    <message>
        <source>Set search to %1</source>
        <translation>将搜索设为 %1</translation>
    </message>
    <message>
        <source>Use no importance</source>
        <translation>不使用重要性</translation>
    </message>
    <message>
        <source>Set minimum cosine to %1</source>
        <translation>将最小余弦设为 %1</translation>
    </message>
    <message>
        <source>Its blocks have a fixed layout: there is no group size, symmetry or scale type to choose.</source>
        <translation>其块布局固定：没有组大小、对称性或缩放类型可选。</translation>
    </message>
    <message>
        <source>%1 stores all scales as %2</source>
        <translation>%1 将所有缩放存为 %2</translation>
    </message>
</context>
<context>
    <name>aq::DivergingBars</name>
    <message>
        <source>(outside blocks)</source>
        <translation>（块之外）</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>◂ smaller %1</source>
        <comment>axis end</comment>
        <translation>◂ 更小 %1</translation>
    </message>
    <message>
        <source>%1 larger ▸</source>
        <comment>axis end</comment>
        <translation>%1 更大 ▸</translation>
    </message>
    <message>
        <source>◂ closer %1</source>
        <comment>axis end</comment>
        <translation>◂ 更接近 %1</translation>
    </message>
    <message>
        <source>%1 farther ▸</source>
        <comment>axis end</comment>
        <translation>%1 更远 ▸</translation>
    </message>
    <message>
        <source>%1 %2, error %3</source>
        <comment>trial, size change, error change</comment>
        <translation>%1 %2，误差 %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>block, what differs</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) against the baseline %1.</source>
        <translation>
            <numerusform>%n 个块与基准 %1 对比。</numerusform>
        </translation>
    </message>
    <message>
        <source>Largest change of size: %1. Largest change of error: %2.</source>
        <translation>大小变化最大：%1。误差变化最大：%2。</translation>
    </message>
</context>
<context>
    <name>aq::DropZone</name>
    <message>
        <source>Drop a model here</source>
        <translation>将模型拖放到此处</translation>
    </message>
    <message>
        <source>Drop a file or a folder, or press to choose a file</source>
        <translation>拖放文件或文件夹，或按下以选择文件</translation>
    </message>
    <message>
        <source>Drop to open</source>
        <translation>松开即可打开</translation>
    </message>
    <message>
        <source>or click to choose a file</source>
        <translation>或单击选择文件</translation>
    </message>
</context>
<context>
    <name>aq::EstimateStrip</name>
    <message>
        <source>%1 → %2 (%3)</source>
        <translation>%1 → %2(%3)</translation>
    </message>
    <message>
        <source>%1 · %2 quantized, %3 converted, %4 kept</source>
        <translation>%1 · 量化 %2，转换 %3，保留 %4</translation>
    </message>
    <message>
        <source>%1 · %2 quantized, %3 kept</source>
        <translation>%1 · 量化 %2，保留 %3</translation>
    </message>
    <message>
        <source>estimated size</source>
        <translation>估计大小</translation>
    </message>
    <message>
        <source>estimated bits per weight</source>
        <translation>估计的每权重位数</translation>
    </message>
    <message>
        <source>plan notes</source>
        <translation>计划提示</translation>
    </message>
    <message>
        <source>Try (measure)</source>
        <translation>试算（测量）</translation>
    </message>
    <message>
        <source>&amp;Quantize…</source>
        <translation>量化(&amp;Q)…</translation>
    </message>
    <message>
        <source>findings of the plan</source>
        <translation>计划的检查结果</translation>
    </message>
    <message>
        <source>No plan yet</source>
        <translation>尚无计划</translation>
    </message>
    <message>
        <source>Shows what stands in the way, and repairs</source>
        <translation>显示障碍及修复办法</translation>
    </message>
    <message>
        <source>%1 (and %2 more)</source>
        <translation>%1（另有 %2 项）</translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation>问题：%1</translation>
    </message>
    <message>
        <source>Wait for what is running</source>
        <translation>请等待正在运行的操作</translation>
    </message>
    <message>
        <source>Mend the plan first: %1</source>
        <translation>请先修正计划：%1</translation>
    </message>
    <message>
        <source>There is no plan yet</source>
        <translation>尚无计划</translation>
    </message>
    <message>
        <source>Measures the error of every tensor (F5); writes nothing</source>
        <translation>测量每个张量的误差 (F5)；不写入任何内容</translation>
    </message>
    <message>
        <source>Writes the file and checks it</source>
        <translation>写入文件并进行检查</translation>
    </message>
    <message>
        <source>%1. Asks before it is written all the same.</source>
        <translation>%1。仍要写入时会先询问。</translation>
    </message>
</context>
<context>
    <name>aq::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter tensors: part of a name, a glob, or re:…</source>
        <translation>筛选张量：名称的一部分、通配符或 re:…</translation>
    </message>
    <message>
        <source>Part of a name, a glob for the whole name (blocks.*.attn?),
or re: and a regular expression</source>
        <translation>名称的一部分、匹配完整名称的通配符 (blocks.*.attn?),
或 re: 加正则表达式</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>filter count</source>
        <translation>筛选计数</translation>
    </message>
    <message>
        <source>%1 tensors</source>
        <translation>%1 个张量</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>aq::FindingsModel</name>
    <message>
        <source>%1 tensors</source>
        <translation>%1 个张量</translation>
    </message>
    <message>
        <source>the whole file</source>
        <translation>整个文件</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
</context>
<context>
    <name>aq::FindingsPanel</name>
    <message>
        <source>findings</source>
        <translation>检查结果列表</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>why it matters</source>
        <translation>为何重要</translation>
    </message>
    <message>
        <source>Repair all</source>
        <translation>全部修复</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>There is no plan yet.</source>
        <translation>尚无计划。</translation>
    </message>
    <message>
        <source>Notes need no repair</source>
        <translation>提示无需修复</translation>
    </message>
    <message>
        <source>Makes the suggested repair of each finding that blocks or is slow: %1</source>
        <translation>对每个阻止或缓慢的检查结果执行建议的修复：%1</translation>
    </message>
    <message>
        <source>%1: %2 tensors</source>
        <translation>%1：%2 个张量</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Repair all findings</source>
        <translation>修复所有检查结果</translation>
    </message>
</context>
<context>
    <name>aq::GoalSection</name>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>about the target</source>
        <translation>关于目标</translation>
    </message>
    <message>
        <source>T&amp;arget:</source>
        <translation>目标(&amp;A):</translation>
    </message>
    <message>
        <source>Which file is written, and who reads it</source>
        <translation>写入哪种文件，由谁读取</translation>
    </message>
    <message>
        <source>Set target to %1</source>
        <translation>将目标设为 %1</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>档位</translation>
    </message>
    <message>
        <source>Set profile to %1</source>
        <translation>将档位设为 %1</translation>
    </message>
    <message>
        <source>&amp;Customize…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the values that the profile sets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::HeatMapView</name>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≥ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows %1, columns %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows %1, columns %2: %3, decoded %4, error %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat maps of rows %1 and columns %2; values from %3 to %4, largest error %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::HistogramChart</name>
    <message>
        <source>Decoded − original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outliers beyond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2: %3, decoded %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram of the errors; most are from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram of the values from %1 to %2; most are from %3; outliers: %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::ImportanceRow</name>
    <message>
        <source>All columns matter alike.</source>
        <translation>所有列同等重要。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Cannot be used: %1</source>
        <translation>无法使用：%1</translation>
    </message>
    <message>
        <source>None of the quantized tensors uses it: no effect.</source>
        <translation>没有量化的张量使用它：不起作用。</translation>
    </message>
    <message>
        <source>Used by %1 of %2 quantized tensors.</source>
        <translation>%2 个量化张量中有 %1 个使用。</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>importance file</source>
        <translation>重要性文件</translation>
    </message>
    <message>
        <source>importance coverage</source>
        <translation>重要性覆盖</translation>
    </message>
    <message>
        <source>An imatrix file (.dat or .gguf): how much each input of a layer mattered in a calibration run. Scales are chosen so that the inputs that matter stay close.</source>
        <translation>imatrix 文件(.dat 或 .gguf):校准运行中各层每个输入的重要程度。选择缩放时会让重要的输入保持接近。</translation>
    </message>
    <message>
        <source>All columns matter alike again</source>
        <translation>所有列重新同等重要</translation>
    </message>
</context>
<context>
    <name>aq::JobBar</name>
    <message>
        <source>Job progress</source>
        <translation>任务进度</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>取消任务</translation>
    </message>
    <message>
        <source>Stop the running job; nothing it wrote is kept</source>
        <translation>停止正在运行的任务；已写入的内容不会保留</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
</context>
<context>
    <name>aq::JobQueue</name>
    <message>
        <source>%1 · %2</source>
        <comment>model · setting</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Added to the queue</source>
        <translation>已加入队列</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>等待执行</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>正在取消</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was kept.</source>
        <translation>已取消。未保留任何内容。</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>The file was discarded</source>
        <translation>文件已丢弃</translation>
    </message>
    <message>
        <source>The export failed: %1</source>
        <translation>导出失败：%1</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>已导出到 %1</translation>
    </message>
    <message>
        <source>The disk is nearly full</source>
        <translation>磁盘空间即将用尽</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place: error</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message numerus="yes">
        <source>Planned: %n tensors, %1 become %2</source>
        <translation>
            <numerusform>已计划：%n 个张量，%1 变为 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Overruled: %1</source>
        <translation>已强制忽略：%1</translation>
    </message>
    <message>
        <source>%1 was kept: %2</source>
        <comment>tensor, error</comment>
        <translation>%1 已保留：%2</translation>
    </message>
    <message>
        <source>All tensors passed</source>
        <translation>所有张量均通过</translation>
    </message>
    <message numerus="yes">
        <source>%n tensors missed a limit</source>
        <translation>
            <numerusform>%n 个张量未达到限值</numerusform>
        </translation>
    </message>
    <message>
        <source>Finished: %1, %2</source>
        <translation>完成：%1，%2</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>错误：%1</translation>
    </message>
    <message>
        <source>Put aside, to go on later</source>
        <translation>已搁置，稍后继续</translation>
    </message>
</context>
<context>
    <name>aq::KeepSection</name>
    <message>
        <source>Keep exact</source>
        <translation>精确保留</translation>
    </message>
    <message>
        <source>&amp;1-D tensors</source>
        <translation>一维张量(&amp;1)</translation>
    </message>
    <message>
        <source>Names known to be &amp;sensitive</source>
        <translation>已知敏感的名称(&amp;S)</translation>
    </message>
    <message>
        <source>What the architecture &amp;needs exact</source>
        <translation>架构要求精确的内容(&amp;N)</translation>
    </message>
    <message>
        <source>Sensitive patterns</source>
        <translation>敏感模式</translation>
    </message>
    <message>
        <source>Sensitive names</source>
        <translation>敏感名称</translation>
    </message>
    <message>
        <source>Biases, norms and scales: small, and they matter</source>
        <translation>偏置、归一化和缩放：体积小但很重要</translation>
    </message>
    <message>
        <source>Embeddings, norms, first and last layers of common models</source>
        <translation>常见模型的嵌入、归一化、首层和末层</translation>
    </message>
    <message>
        <source>recognised architecture</source>
        <translation>识别出的架构</translation>
    </message>
    <message>
        <source>Tensors &amp;under:</source>
        <translation>小于此值的张量(&amp;U):</translation>
    </message>
    <message>
        <source>Tensors with fewer elements stay exact</source>
        <translation>元素更少的张量精确保留</translation>
    </message>
    <message>
        <source> elements</source>
        <translation> 个元素</translation>
    </message>
    <message>
        <source>Sensitive patterns:</source>
        <translation>敏感模式：</translation>
    </message>
    <message>
        <source>Sensitive names:</source>
        <translation>敏感名称：</translation>
    </message>
    <message>
        <source>Keep 1-D tensors</source>
        <translation>保留一维张量</translation>
    </message>
    <message>
        <source>Quantize 1-D tensors</source>
        <translation>量化一维张量</translation>
    </message>
    <message>
        <source>Keep sensitive names</source>
        <translation>保留敏感名称</translation>
    </message>
    <message>
        <source>Quantize sensitive names</source>
        <translation>量化敏感名称</translation>
    </message>
    <message>
        <source>Keep the architecture&apos;s list</source>
        <translation>保留架构列表</translation>
    </message>
    <message>
        <source>Quantize the architecture&apos;s list</source>
        <translation>量化架构列表</translation>
    </message>
    <message>
        <source>Keep tensors under %1 elements</source>
        <translation>保留少于 %1 个元素的张量</translation>
    </message>
    <message>
        <source>No known architecture: nothing is kept for it</source>
        <translation>架构未知：不为其保留任何内容</translation>
    </message>
</context>
<context>
    <name>aq::LogModel</name>
    <message>
        <source>Debug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::LogPart</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log was saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::LogView</name>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information and above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Level:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the newest line in sight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save all lines that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Empty this list; the log file stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line matches the level and the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::MainWindow</name>
    <message>
        <source>Opening %1…</source>
        <translation>正在打开 %1…</translation>
    </message>
    <message>
        <source>Exporting %1…</source>
        <translation>正在导出 %1…</translation>
    </message>
    <message>
        <source>The report was saved.</source>
        <translation>报告已保存。</translation>
    </message>
    <message>
        <source>The plan was saved.</source>
        <translation>计划已保存。</translation>
    </message>
    <message>
        <source>Cancel the job and open</source>
        <translation>取消任务并打开</translation>
    </message>
    <message>
        <source>Cancel the job and close the model</source>
        <translation>取消任务并关闭模型</translation>
    </message>
    <message>
        <source>Trying the plan on %1</source>
        <translation>正在对 %1 试算计划</translation>
    </message>
    <message>
        <source>Quantizing %1</source>
        <translation>正在量化 %1</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>It needs %1.</source>
        <translation>需要 %1。</translation>
    </message>
    <message>
        <source>%1 was exported.</source>
        <translation>%1 已导出。</translation>
    </message>
    <message>
        <source>Quantize a model first</source>
        <translation>请先量化一个模型</translation>
    </message>
    <message>
        <source>A trial writes no file; quantize to get one</source>
        <translation>试算不写文件；量化后才有文件</translation>
    </message>
    <message>
        <source>The file is being exported</source>
        <translation>正在导出文件</translation>
    </message>
    <message>
        <source>Cancel the job and quit</source>
        <translation>取消任务并退出</translation>
    </message>
    <message>
        <source>Models (%1)</source>
        <translation>模型 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Open a folder with a model</source>
        <translation>打开包含模型的文件夹</translation>
    </message>
    <message>
        <source>Choose an importance matrix</source>
        <translation>选择重要性矩阵</translation>
    </message>
    <message>
        <source>Importance matrices (*.dat *.gguf *.imatrix)</source>
        <translation>重要性矩阵 (*.dat *.gguf *.imatrix)</translation>
    </message>
    <message>
        <source>Export the validated file</source>
        <translation>导出已验证的文件</translation>
    </message>
    <message>
        <source>Export the validated file, for %1</source>
        <translation>导出已验证的文件，用于 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Load a plan</source>
        <translation>加载计划</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>计划 (*.json)</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>保存计划</translation>
    </message>
    <message>
        <source>Several files were dropped. Which is the model?</source>
        <translation>拖放了多个文件。哪个是模型？</translation>
    </message>
    <message>
        <source>The command line was copied.</source>
        <translation>命令行已复制。</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Close model</source>
        <translation>关闭模型(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Load plan…</source>
        <translation>加载计划(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Save plan</source>
        <translation>保存计划(&amp;S)</translation>
    </message>
    <message>
        <source>Save plan &amp;as…</source>
        <translation>计划另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Save re&amp;port…</source>
        <translation>保存报告(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy equivalent command &amp;line</source>
        <translation>复制等效命令行(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Find tensors</source>
        <translation>查找张量(&amp;F)</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>More pages</source>
        <translation>更多页面</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Tensors, and what to do with them</source>
        <translation>张量及其处理方式</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>The jobs</source>
        <translation>各项任务</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>How close the result is</source>
        <translation>结果与原模型的接近程度</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>hint (shortcut)</comment>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Plan as opened</source>
        <translation>打开时的计划</translation>
    </message>
    <message>
        <source>History of the plan</source>
        <translation>计划历史</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>任务(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Try plan</source>
        <translation>试算计划(&amp;T)</translation>
    </message>
    <message>
        <source>Measures the error of every tensor; writes nothing</source>
        <translation>测量每个张量的误差；不写入任何内容</translation>
    </message>
    <message>
        <source>&amp;Quantize</source>
        <translation>量化(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Continue on &amp;errors</source>
        <translation>出错时继续(&amp;E)</translation>
    </message>
    <message>
        <source>A tensor that fails is kept as it is, and listed</source>
        <translation>失败的张量将原样保留并列出</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>用户指南(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;About ArrowQuant</source>
        <translation>关于 ArrowQuant(&amp;A)</translation>
    </message>
    <message>
        <source>A job is running on %1.</source>
        <translation>%1 上正在运行任务。</translation>
    </message>
    <message>
        <source>Findings stand in the way</source>
        <translation>存在障碍</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1 %2

Most findings offer repairs. %3</source>
        <translation>%1 %2

大多数检查结果都提供修复办法。%3</translation>
    </message>
    <message>
        <source>A file that is written all the same says in its metadata what was overruled.</source>
        <translation>仍然写入的文件会在元数据中注明被强制忽略的内容。</translation>
    </message>
    <message>
        <source>Without a repair there can be no such file.</source>
        <translation>不修复就无法生成这样的文件。</translation>
    </message>
    <message>
        <source>Show findings</source>
        <translation>显示检查结果</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Quantize anyway</source>
        <translation>仍然量化</translation>
    </message>
    <message>
        <source>A job is running</source>
        <translation>任务正在运行</translation>
    </message>
    <message>
        <source>Nothing it has written so far will be kept.</source>
        <translation>到目前为止写入的内容都不会保留。</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>The result is not exported</source>
        <translation>结果尚未导出</translation>
    </message>
    <message>
        <source>The quantized %1 has not been exported.</source>
        <translation>量化后的 %1 尚未导出。</translation>
    </message>
    <message>
        <source>Without an export, the validated file will be lost.</source>
        <translation>如果不导出，已验证的文件将丢失。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>The result is being exported</source>
        <translation>正在导出结果</translation>
    </message>
    <message>
        <source>The quantized %1 is being exported.</source>
        <translation>正在导出量化后的 %1。</translation>
    </message>
    <message>
        <source>This can go on as soon as the export has ended.</source>
        <translation>导出结束后即可继续。</translation>
    </message>
    <message>
        <source>Wait for the export</source>
        <translation>等待导出</translation>
    </message>
</context>
<context>
    <name>aq::MessageBar</name>
    <message numerus="yes">
        <source>… and %n more; Copy details has them all</source>
        <translation>
            <numerusform>… 还有 %n 条；“复制详细信息”包含全部</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>打开日志</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Show or hide what more is known</source>
        <translation>显示或隐藏更多信息</translation>
    </message>
    <message>
        <source>Show the next message</source>
        <translation>显示下一条消息</translation>
    </message>
    <message>
        <source>Open the folder of this file</source>
        <translation>打开此文件所在的文件夹</translation>
    </message>
    <message>
        <source>Copy the whole message to the clipboard</source>
        <translation>将整条消息复制到剪贴板</translation>
    </message>
    <message>
        <source>Show what happened before</source>
        <translation>显示之前发生的情况</translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation>关闭此消息 (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>（另有 %n 条）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>messages</comment>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::OpenPage</name>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message numerus="yes">
        <source>%n bits per weight, groups of %1</source>
        <translation>
            <numerusform>每权重 %n 位，每组 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Open &amp;file…</source>
        <translation>打开文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Open f&amp;older…</source>
        <translation>打开文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>A sharded model or a diffusers folder</source>
        <translation>分片模型或 diffusers 文件夹</translation>
    </message>
    <message>
        <source>Reads %1. Opening reads only the table of contents.</source>
        <translation>可读取 %1。打开时只读取目录信息。</translation>
    </message>
    <message>
        <source>Recent models</source>
        <translation>最近的模型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>上次结果</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>从列表中移除</translation>
    </message>
</context>
<context>
    <name>aq::PlanPage</name>
    <message numerus="yes">
        <source>%Ln tensors</source>
        <translation>
            <numerusform>%Ln 个张量</numerusform>
        </translation>
    </message>
    <message>
        <source>Set %1 to %2</source>
        <translation>将 %1 设为 %2</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>重置 %1</translation>
    </message>
    <message>
        <source>open model</source>
        <translation>打开的模型</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Findings (%1)</source>
        <translation>检查结果(%1)</translation>
    </message>
    <message>
        <source>The importance file cannot be used: %1</source>
        <translation>无法使用重要性文件：%1</translation>
    </message>
    <message>
        <source>Use importance of %1</source>
        <translation>使用 %1 的重要性</translation>
    </message>
    <message>
        <source>Take the architecture as recognised</source>
        <translation>采用识别出的架构</translation>
    </message>
    <message>
        <source>Set architecture to %1</source>
        <translation>将架构设为 %1</translation>
    </message>
    <message>
        <source>Set no architecture</source>
        <translation>不设架构</translation>
    </message>
    <message>
        <source>Add pattern %1</source>
        <translation>添加模式 %1</translation>
    </message>
</context>
<context>
    <name>aq::PlanPanel</name>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
</context>
<context>
    <name>aq::Planner</name>
    <message>
        <source>Nothing is quantized: no tensor gets or fits a smaller type; see the column Why.</source>
        <translation>不量化任何内容：没有张量获得或适合更小的类型；请参阅“原因”列。</translation>
    </message>
    <message>
        <source>Tensors that do not fit their scheme and fall back: %1; see the column Why.</source>
        <translation>不适合所选方案而回退的张量：%1；请参阅“原因”列。</translation>
    </message>
    <message>
        <source>Not enough free space: %1 needed, %2 free in %3.</source>
        <translation>可用空间不足：需要 %1，%3 中可用 %2。</translation>
    </message>
    <message>
        <source>1 tensor</source>
        <translation>1 个张量</translation>
    </message>
    <message numerus="yes">
        <source>%n tensors</source>
        <translation>
            <numerusform>%n 个张量</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::PresetBar</name>
    <message>
        <source>&amp;Preset:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save, manage and share presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New models open with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
New models open with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The plan comes from no preset of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of the preset were changed; choose it again to go back to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values that are set together; choosing is one step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::PresetDialog</name>
    <message>
        <source>preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the preset sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set as &amp;default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save plan as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Export &amp;all of mine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore built-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New models open with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No preset chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one to see what it sets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a preset first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in presets stay as they are; duplicate it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes its values, as one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a preset of the plan as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives it another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a preset of yours of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes its file; this can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes it off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New models open with it already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a file with presets, a saved plan, or a recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes it to a file, for another computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes all presets of yours to one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preset of yours yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists all built-in presets again, with “Local” as the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All built-in presets are listed, and the default is the usual one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::PresetSaveDialog</name>
    <message>
        <source>The &amp;target, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln tensor(s) chosen &amp;one by one</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is good for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it the preset works for any target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tensor was chosen by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They fit models with the very same tensor names only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also holds:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The architecture and the importance file of this model stay out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Description:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A preset needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset of this name will be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::ProfileCard</name>
    <message numerus="yes">
        <source>%n bits, groups of %1</source>
        <translation>
            <numerusform>%n 位，每组 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bits, %1</source>
        <translation>
            <numerusform>%n 位，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>this model: %1</source>
        <translation>此模型：%1</translation>
    </message>
    <message>
        <source>modified; choose it again to go back to its values</source>
        <translation>已修改；再次选择可恢复其值</translation>
    </message>
    <message>
        <source>%1 (modified)</source>
        <translation>%1（已修改）</translation>
    </message>
    <message>
        <source>error %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected error on this model: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::RangeChart</name>
    <message>
        <source>Least to greatest value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has outliers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error (RMS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, error %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 outliers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranges of %1 channels; the widest is %2, from %3 to %4; with outliers: %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::ReportPage</name>
    <message>
        <source>Minimum cosine</source>
        <translation>最小余弦</translation>
    </message>
    <message>
        <source>Each quantized tensor must reach this cosine similarity</source>
        <translation>每个量化张量都必须达到此余弦相似度</translation>
    </message>
    <message>
        <source>Also the floors of each bit width</source>
        <translation>同时检查各位宽的下限</translation>
    </message>
    <message>
        <source>Stricter limits that a sound quantization of this width reaches</source>
        <translation>该位宽的良好量化应达到的更严格限值</translation>
    </message>
    <message>
        <source>Minimum cosine:</source>
        <translation>最小余弦：</translation>
    </message>
    <message>
        <source>Source:</source>
        <translation>源：</translation>
    </message>
    <message>
        <source>Written:</source>
        <translation>已写入：</translation>
    </message>
    <message>
        <source>Compression:</source>
        <translation>压缩：</translation>
    </message>
    <message>
        <source>Bits per weight:</source>
        <translation>每权重位数：</translation>
    </message>
    <message>
        <source>Cosine, weighted:</source>
        <translation>加权余弦：</translation>
    </message>
    <message>
        <source>Relative RMSE:</source>
        <translation>相对 RMSE:</translation>
    </message>
    <message>
        <source>SQNR:</source>
        <translation>SQNR:</translation>
    </message>
    <message>
        <source>Time:</source>
        <translation>时间：</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>文件：</translation>
    </message>
    <message>
        <source>Tensor report</source>
        <translation>张量报告</translation>
    </message>
    <message>
        <source>Error per tensor in the written file</source>
        <translation>写入文件中各张量的误差</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Tensor no.</source>
        <translation>张量序号</translation>
    </message>
    <message>
        <source>Relative RMSE</source>
        <translation>相对 RMSE</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>As JSON, CSV or a web page that needs no other file</source>
        <translation>存为 JSON、CSV 或无需其他文件的网页</translation>
    </message>
    <message>
        <source>Copy equivalent command line</source>
        <translation>复制等效命令行</translation>
    </message>
    <message>
        <source>The arrowquant-cli command that does the same</source>
        <translation>执行相同操作的 arrowquant-cli 命令</translation>
    </message>
    <message>
        <source>Save the very file that was validated</source>
        <translation>保存经过验证的同一个文件</translation>
    </message>
    <message>
        <source>none, this was a trial</source>
        <translation>无，这是试算</translation>
    </message>
</context>
<context>
    <name>aq::RuleListEditor</name>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Group size</source>
        <translation>组大小</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Select a pattern first</source>
        <translation>请先选择一个模式</translation>
    </message>
</context>
<context>
    <name>aq::RuleListModel</name>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Add pattern %1</source>
        <translation>添加模式 %1</translation>
    </message>
    <message>
        <source>Remove pattern %1</source>
        <translation>移除模式 %1</translation>
    </message>
    <message>
        <source>Set %1 to %2</source>
        <translation>将 %1 设为 %2</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Change pattern %1 to %2</source>
        <translation>将模式 %1 改为 %2</translation>
    </message>
    <message>
        <source>Switch on %1</source>
        <translation>启用 %1</translation>
    </message>
    <message>
        <source>Switch off %1</source>
        <translation>停用 %1</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>匹配模式</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>匹配数</translation>
    </message>
</context>
<context>
    <name>aq::RulesSection</name>
    <message>
        <source>Layer rules</source>
        <translation>层规则</translation>
    </message>
    <message>
        <source>Rules of the recipe</source>
        <translation>配方的规则</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>The first pattern that matches decides. A choice in the table beats all patterns.</source>
        <translation>由第一个匹配的模式决定。表格中的选择优先于所有模式。</translation>
    </message>
    <message>
        <source>overrides</source>
        <translation>覆盖项</translation>
    </message>
    <message>
        <source>Removes every choice made in the table</source>
        <translation>移除表格中的所有选择</translation>
    </message>
    <message>
        <source>From the recipe, weaker than those above:</source>
        <translation>来自配方，优先级低于以上规则：</translation>
    </message>
    <message>
        <source>Reset all overrides</source>
        <translation>重置所有覆盖</translation>
    </message>
    <message>
        <source>Nothing was chosen in the table</source>
        <translation>表格中未作选择</translation>
    </message>
    <message>
        <source>1 tensor was chosen in the table</source>
        <translation>表格中选定了 1 个张量</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tensors were chosen in the table</source>
        <translation>
            <numerusform>表格中选定了 %Ln 个张量</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::RunPage</name>
    <message>
        <source>Errors: %1. First: %2</source>
        <translation>错误：%1。第一个：%2</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was kept.</source>
        <translation>已取消。未保留任何内容。</translation>
    </message>
    <message>
        <source>Finished: all tensors passed.</source>
        <translation>完成：所有张量均通过。</translation>
    </message>
    <message>
        <source>Finished. Tensors that missed a limit: %1; see the report.</source>
        <translation>完成。未达到限值的张量：%1；请参阅报告。</translation>
    </message>
    <message>
        <source>No job has run yet</source>
        <translation>尚未运行任何任务</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>显示报告</translation>
    </message>
    <message>
        <source>Back to the plan</source>
        <translation>返回计划</translation>
    </message>
    <message>
        <source>Quantize or try a plan, and watch it here.</source>
        <translation>量化或试算计划后，可在此查看进展。</translation>
    </message>
    <message>
        <source>Progress of the job</source>
        <translation>任务进度</translation>
    </message>
    <message>
        <source>Tensor:</source>
        <translation>张量：</translation>
    </message>
    <message>
        <source>Read:</source>
        <translation>已读取：</translation>
    </message>
    <message>
        <source>A quantization reads the source twice: the second time to compare it with what was written</source>
        <translation>量化会读取源文件两次：第二次用于与写入的内容比较</translation>
    </message>
    <message>
        <source>Rate:</source>
        <translation>速率：</translation>
    </message>
    <message>
        <source>Compression so far:</source>
        <translation>当前压缩比：</translation>
    </message>
    <message>
        <source>Elapsed:</source>
        <translation>已用时间：</translation>
    </message>
    <message>
        <source>Time left:</source>
        <translation>剩余时间：</translation>
    </message>
    <message>
        <source>Failed tensors:</source>
        <translation>失败的张量：</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>Time (s)</source>
        <translation>时间（秒）</translation>
    </message>
    <message>
        <source>Source read (MB/s)</source>
        <translation>源读取 (MB/s)</translation>
    </message>
    <message>
        <source>Error per tensor</source>
        <translation>各张量的误差</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Tensor no.</source>
        <translation>张量序号</translation>
    </message>
    <message>
        <source>Relative RMSE</source>
        <translation>相对 RMSE</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>压缩</translation>
    </message>
    <message>
        <source>Tensors finished</source>
        <translation>已完成的张量</translation>
    </message>
    <message>
        <source>Source ÷ output size</source>
        <translation>源大小 ÷ 输出大小</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>Read (quantize and validate):</source>
        <translation>已读取（量化和验证）:</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 失败</translation>
    </message>
    <message>
        <source>%1 was cancelled</source>
        <translation>%1 已取消</translation>
    </message>
</context>
<context>
    <name>aq::Session</name>
    <message>
        <source>Load plan %1</source>
        <translation>加载计划 %1</translation>
    </message>
</context>
<context>
    <name>aq::SizeErrorChart</name>
    <message>
        <source>%1 (dB), higher is closer</source>
        <translation>%1 (dB)，越高越接近</translation>
    </message>
    <message>
        <source>%1, lower is closer</source>
        <translation>%1，越低越接近</translation>
    </message>
    <message>
        <source>Size, and its share of the source</source>
        <translation>大小及占源模型的比例</translation>
    </message>
    <message>
        <source>%1 to fit</source>
        <translation>容量 %1</translation>
    </message>
    <message>
        <source>source: %1</source>
        <translation>源：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) by size and error.</source>
        <translation>
            <numerusform>按大小和误差显示 %n 个设置。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::TensorBrowser</name>
    <message>
        <source>Grou&amp;p by block</source>
        <translation>按块分组(&amp;P)</translation>
    </message>
    <message>
        <source>Set &amp;type</source>
        <translation>设置类型(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Keep source</source>
        <translation>保留源类型(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Reset to default</source>
        <translation>重置为默认(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Make a pattern…</source>
        <translation>生成模式(&amp;M)…</translation>
    </message>
    <message>
        <source>Copies the selected tensors unchanged</source>
        <translation>原样复制所选张量</translation>
    </message>
    <message>
        <source>Removes what was chosen for the selected tensors</source>
        <translation>移除对所选张量的选择</translation>
    </message>
    <message>
        <source>Adds a rule that matches the names of the selected tensors</source>
        <translation>添加匹配所选张量名称的规则</translation>
    </message>
    <message>
        <source>Select tensors first</source>
        <translation>请先选择张量</translation>
    </message>
</context>
<context>
    <name>aq::TensorView</name>
    <message>
        <source>Planned type</source>
        <translation>计划类型</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Set &amp;type</source>
        <translation>设置类型(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Keep source</source>
        <translation>保留源类型(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Reset to default</source>
        <translation>重置为默认(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Make a pattern from the selection…</source>
        <translation>由所选内容生成模式(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>E&amp;xpand all</source>
        <translation>全部展开(&amp;X)</translation>
    </message>
    <message>
        <source>C&amp;ollapse all</source>
        <translation>全部折叠(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>重置列(&amp;R)</translation>
    </message>
</context>
<context>
    <name>aq::TrialDelegate</name>
    <message>
        <source>Baseline · %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::VerdictBanner</name>
    <message>
        <source>No report yet</source>
        <translation>尚无报告</translation>
    </message>
    <message>
        <source>Quantize a model, or try a plan, to see how close it stays.</source>
        <translation>量化模型或试算计划，即可查看与原模型的接近程度。</translation>
    </message>
    <message>
        <source>Trial passed</source>
        <translation>试算通过</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Quantized tensors: %1, all within the limits. Nothing was written.</source>
        <translation>量化的张量：%1，全部在限值内。未写入任何内容。</translation>
    </message>
    <message>
        <source>Quantized tensors: %1, all within the limits.</source>
        <translation>量化的张量：%1，全部在限值内。</translation>
    </message>
    <message>
        <source>Trial not passed</source>
        <translation>试算未通过</translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Tensors that missed a limit: %1. First: %2</source>
        <translation>未达到限值的张量：%1。第一个：%2</translation>
    </message>
    <message>
        <source>%1 Findings were overruled: %2</source>
        <translation>%1 已强制忽略检查结果：%2</translation>
    </message>
    <message>
        <source>No verdict yet</source>
        <translation>尚无结论</translation>
    </message>
    <message>
        <source>Verdict: passed</source>
        <translation>结论：通过</translation>
    </message>
    <message>
        <source>Verdict: not passed</source>
        <translation>结论：未通过</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Quantizes neural-network checkpoints.</source>
        <translation>量化神经网络检查点。</translation>
    </message>
    <message>
        <source>Open a window of its own even when there is one already.</source>
        <translation>即使已有窗口，也打开新的窗口。</translation>
    </message>
    <message>
        <source>A model to open: a file, an index or a folder.</source>
        <translation>要打开的模型：文件、索引或文件夹。</translation>
    </message>
    <message>
        <source>Language of the window: de, en or zh_CN.</source>
        <translation>窗口语言：de、en 或 zh_CN。</translation>
    </message>
</context>
<context>
    <name>std</name>
    <message>
        <source>%n elements</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
