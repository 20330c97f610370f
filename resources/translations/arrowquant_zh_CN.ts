<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
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
    <message>
        <source>Makes neural-network checkpoints smaller, and shows what that costs.</source>
        <translation>缩小神经网络检查点，并显示所付出的代价。</translation>
    </message>
    <message>
        <source>Processor: %1, %2 threads</source>
        <translation>处理器：%1，%2 线程</translation>
    </message>
    <message>
        <source>System: %1, %2</source>
        <translation>系统：%1，%2</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>库</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>库</translation>
    </message>
    <message>
        <source>About</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copies what to say when you report a problem</source>
        <translation>复制报告问题时需要的信息</translation>
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
        <translation>以分贝表示的相对 RMSE：信号与量化噪声之比。越高越接近原模型；每 6 dB 误差减半。</translation>
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
        <translation>%1：%2，%3；%4 在两方面都更好</translation>
    </message>
    <message>
        <source>Add another setting to compare with.</source>
        <translation>请再添加一个设置进行比较。</translation>
    </message>
    <message>
        <source>Tick two to four settings to compare them.</source>
        <translation>请勾选二到四个设置进行比较。</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>最差</translation>
    </message>
    <message>
        <source>Each decibel gained over %1 costs %2.</source>
        <translation>相比 %1，每提高 1 分贝需多占用 %2。</translation>
    </message>
    <message>
        <source>Each decibel lost against %1 saves %2.</source>
        <translation>相比 %1，每降低 1 分贝可节省 %2。</translation>
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
    <message>
        <source>Tensors whose type was chosen in the table, or locked</source>
        <translation>在表格中选定或锁定类型的张量</translation>
    </message>
    <message>
        <source>Fell back</source>
        <translation>已回退</translation>
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
    <message>
        <source>the network is not recognised</source>
        <translation>无法识别该网络</translation>
    </message>
    <message>
        <source>%1 needs general.architecture and refuses names that it does not know; choose the architecture, if it is one of them</source>
        <translation>%1 需要 general.architecture，并拒绝未知的名称；如果属于其中之一，请选择架构</translation>
    </message>
    <message>
        <source>general.architecture is &apos;%1&apos;</source>
        <translation>general.architecture 为“%1”</translation>
    </message>
    <message>
        <source>%1 refuses architectures that are not in its list</source>
        <translation>%1 拒绝不在其列表中的架构</translation>
    </message>
    <message>
        <source>has the names of diffusers: &apos;%1&apos;</source>
        <translation>使用 diffusers 的名称：“%1”</translation>
    </message>
    <message>
        <source>%1 reads the names of the original model; convert from that file</source>
        <translation>%1 读取原始模型的名称；请从原始文件转换</translation>
    </message>
    <message>
        <source>every name begins with &apos;%1&apos;</source>
        <translation>所有名称都以“%1”开头</translation>
    </message>
    <message>
        <source>%1 strips it; other programs may not</source>
        <translation>%1 会去除它；其他程序未必会</translation>
    </message>
    <message>
        <source>%1 does not strip it and finds no tensor</source>
        <translation>%1 不会去除它，因而找不到任何张量</translation>
    </message>
    <message>
        <source>%1 tensors (%2 bytes) are text encoders or VAE</source>
        <translation>%1 个张量(%2 字节)属于文本编码器或 VAE</translation>
    </message>
    <message>
        <source>%1 takes the diffusion model alone from a GGUF file</source>
        <translation>%1 只从 GGUF 文件读取扩散模型本身</translation>
    </message>
    <message>
        <source>the source is no GGUF file with hyperparameters and a tokenizer</source>
        <translation>源文件不是带有超参数和分词器的 GGUF 文件</translation>
    </message>
    <message>
        <source>%1 builds the network from this metadata; make an F16 GGUF file with its own converter first</source>
        <translation>%1 依据这些元数据构建网络；请先用其自带的转换器生成 F16 GGUF 文件</translation>
    </message>
    <message>
        <source>%1 has no type in GGUF</source>
        <translation>%1 在 GGUF 中没有对应类型</translation>
    </message>
    <message>
        <source>GGUF holds floats, blocks and signed integers; the tensor would have to be left out</source>
        <translation>GGUF 支持浮点、块和有符号整数；该张量只能被舍弃</translation>
    </message>
    <message>
        <source>shape %1 has no elements</source>
        <translation>形状 %1 没有元素</translation>
    </message>
    <message>
        <source>readers of GGUF do not survive it</source>
        <translation>读取 GGUF 的程序会因此崩溃</translation>
    </message>
    <message>
        <source>would be called like &apos;%1&apos;</source>
        <translation>将与“%1”同名</translation>
    </message>
    <message>
        <source>two tensors of one name cannot be told apart</source>
        <translation>两个同名张量无法区分</translation>
    </message>
    <message>
        <source>part %1 of %2 of a split model: the other tensors are missing</source>
        <translation>分卷模型的第 %1 卷（共 %2 卷）：缺少其余张量</translation>
    </message>
    <message>
        <source>the file would pass for a whole model; join the parts first, with llama.cpp&apos;s gguf-split --merge for instance</source>
        <translation>该文件会被当作完整模型；请先合并各卷，例如使用 llama.cpp 的 gguf-split --merge</translation>
    </message>
    <message>
        <source>row of %1 elements is not whole blocks of %2, nor of %3: becomes %4</source>
        <translation>每行 %1 个元素，既不是 %2 也不是 %3 的整块：变为 %4</translation>
    </message>
    <message>
        <source>row of %1 elements is not whole blocks of %2, nor of %3: stays %4</source>
        <translation>每行 %1 个元素，既不是 %2 也不是 %3 的整块：保持 %4</translation>
    </message>
    <message>
        <source>row of %1 elements is not whole blocks of %2: becomes %3</source>
        <translation>每行 %1 个元素，不是 %2 的整块：变为 %3</translation>
    </message>
    <message>
        <source>row of %1 elements is not whole blocks of %2: stays %3</source>
        <translation>每行 %1 个元素，不是 %2 的整块：保持 %3</translation>
    </message>
    <message>
        <source>blocks never cross a row, which is the last extent</source>
        <translation>块不会跨行，行即最后一个维度</translation>
    </message>
    <message>
        <source>cannot decode %1: kept as it is</source>
        <translation>无法解码 %1：保持原样</translation>
    </message>
    <message>
        <source>only types that can be decoded are quantized anew; convert from the original model</source>
        <translation>只有可解码的类型才能重新量化；请从原始模型转换</translation>
    </message>
    <message>
        <source>one scale per tensor was asked for</source>
        <translation>要求每个张量一个缩放</translation>
    </message>
    <message>
        <source>groups of %1 were asked for</source>
        <translation>要求每组 %1</translation>
    </message>
    <message>
        <source>GGUF&apos;s types have groups of their own: the size changes nothing</source>
        <translation>GGUF 类型有自己的分组：组大小不起作用</translation>
    </message>
    <message>
        <source>%1 tensors are cast to F16</source>
        <translation>%1 个张量将转换为 F16</translation>
    </message>
    <message>
        <source>F16 ends at 65504: a tensor with larger weights stays as in the source, and the report says so; where F16 was chosen for it, they stop the job, by name</source>
        <translation>F16 的上限是 65504：权重更大的张量保持源类型，并在报告中说明；若专门为其选择了 F16，则会停止任务并指出名称</translation>
    </message>
    <message>
        <source>F16 ends at 65504: a tensor with larger weights stays as in the source, and the report says so</source>
        <translation>F16 的上限是 65504：权重更大的张量保持源类型，并在报告中说明</translation>
    </message>
    <message>
        <source>the name has %1 bytes</source>
        <translation>名称长 %1 字节</translation>
    </message>
    <message>
        <source>%1 reads names of at most %2 bytes</source>
        <translation>%1 最多读取 %2 字节的名称</translation>
    </message>
    <message>
        <source>is stored as %1</source>
        <translation>存为 %1</translation>
    </message>
    <message>
        <source>%1 has no fast code for it and decodes it in Python, very slowly</source>
        <translation>%1 没有对应的快速代码，只能用 Python 解码，非常慢</translation>
    </message>
    <message>
        <source>%1 does not read this type</source>
        <translation>%1 无法读取此类型</translation>
    </message>
    <message>
        <source>has %1 dimensions</source>
        <translation>有 %1 个维度</translation>
    </message>
    <message>
        <source>has %1 dimensions and is quantized</source>
        <translation>有 %1 个维度且将被量化</translation>
    </message>
    <message>
        <source>%1 refuses files with a tensor of more than %2</source>
        <translation>%1 拒绝含有超过 %2 维张量的文件</translation>
    </message>
    <message>
        <source>%1 reads quantized tensors of at most %2</source>
        <translation>%1 最多读取 %2 维的量化张量</translation>
    </message>
    <message>
        <source>lies in the source as %1</source>
        <translation>在源文件中存为 %1</translation>
    </message>
    <message>
        <source>%1 knows nothing of ComfyUI-GGUF&apos;s orig_shape</source>
        <translation>%1 不识别 ComfyUI-GGUF 的 orig_shape</translation>
    </message>
</context>
<context>
    <name>FitText</name>
    <message>
        <source>Smallest acceptable</source>
        <translation>最小可接受</translation>
    </message>
    <message>
        <source>Knee</source>
        <translation>拐点</translation>
    </message>
    <message>
        <source>Near-lossless</source>
        <translation>近乎无损</translation>
    </message>
    <message>
        <source>The smallest file in which every tensor reaches the floor of its width and the minimum cosine</source>
        <translation>每个张量都达到其位宽下限和最小余弦的最小文件</translation>
    </message>
    <message>
        <source>Where further bytes begin to buy little</source>
        <translation>再多的字节从这里起收益甚微</translation>
    </message>
    <message>
        <source>Ten decibels closer than 8 bits everywhere, or as near as it gets</source>
        <translation>比全部 8 位还接近十分贝，或尽可能接近</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>能量</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>A tensor counts as much as it has weights: the usual choice</source>
        <translation>张量按其权重数量计入：通常的选择</translation>
    </message>
    <message>
        <source>Large values count more: errors are added up as they are</source>
        <translation>大的值影响更大：误差按原值相加</translation>
    </message>
    <message>
        <source>Every tensor counts alike, however small it is</source>
        <translation>每个张量同等计入，无论多小</translation>
    </message>
    <message>
        <source>%1 (%2 bytes)</source>
        <translation>%1（%2 字节）</translation>
    </message>
    <message>
        <source>%1, %2 of the source</source>
        <translation>%1，源文件的 %2</translation>
    </message>
    <message>
        <source>no error</source>
        <translation>无误差</translation>
    </message>
    <message>
        <source>error %1 (%2)</source>
        <translation>误差 %1（%2）</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>size, error</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, place</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) locked by you</source>
        <translation>
            <numerusform>您锁定了 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept by lists and rules</source>
        <translation>
            <numerusform>列表和规则保留了 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Arrow IPC table</source>
        <translation>Arrow IPC 表</translation>
    </message>
    <message>
        <source>Diffusers folder</source>
        <translation>Diffusers 文件夹</translation>
    </message>
    <message>
        <source>GGUF</source>
        <translation>GGUF</translation>
    </message>
    <message>
        <source>Safetensors</source>
        <translation>Safetensors</translation>
    </message>
    <message>
        <source>Sharded model</source>
        <translation>分片模型</translation>
    </message>
    <message>
        <source>PyTorch checkpoint</source>
        <translation>PyTorch 检查点</translation>
    </message>
    <message>
        <source>Arrow IPC stream</source>
        <translation>Arrow IPC 流</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>bits per weight (bpw)</source>
        <translation>每权重位数 (bpw)</translation>
    </message>
    <message>
        <source>All bytes that are written × 8 ÷ weights, scales included: what a type really costs. Q4_K has codes of 4 bits and takes 4.5 bits per weight.</source>
        <translation>写入的全部字节 × 8 ÷ 权重数，含缩放：类型的真实开销。Q4_K 的编码为 4 位，实际占每权重 4.5 位。</translation>
    </message>
    <message>
        <source>block, group</source>
        <translation>块、组</translation>
    </message>
    <message>
        <source>Neighbouring weights of a row that share a scale. The smaller it is, the closer the result, and the more the scales cost. The blocks of GGUF have a fixed size; a row must be whole blocks.</source>
        <translation>一行中共用一个缩放的相邻权重。越小结果越接近，缩放的开销也越大。GGUF 的块大小固定；一行必须是整数个块。</translation>
    </message>
    <message>
        <source>scale, zero point</source>
        <translation>缩放、零点</translation>
    </message>
    <message>
        <source>A weight is read back as scale × (code − zero point). Symmetric types have no zero point.</source>
        <translation>权重按 缩放 ×（编码 − 零点）还原。对称类型没有零点。</translation>
    </message>
    <message>
        <source>_0, _1</source>
        <translation>_0, _1</translation>
    </message>
    <message>
        <source>The simple types of ggml: blocks of 32 with a scale (_0), or with a scale and a minimum (_1).</source>
        <translation>ggml 的简单类型：每块 32 个，带缩放 (_0)，或带缩放和最小值 (_1)。</translation>
    </message>
    <message>
        <source>_K</source>
        <translation>_K</translation>
    </message>
    <message>
        <source>Blocks of 256 with small blocks inside, whose scales are themselves quantized. Closer than the simple types of the same size.</source>
        <translation>每块 256 个，内含小块，其缩放本身也被量化。比同样大小的简单类型更接近原模型。</translation>
    </message>
    <message>
        <source>IQ</source>
        <translation>IQ</translation>
    </message>
    <message>
        <source>The codes stand for levels that are not evenly spaced, denser around zero.</source>
        <translation>编码对应非均匀的级别，在零附近更密。</translation>
    </message>
    <message>
        <source>_S, _M, _L</source>
        <translation>_S, _M, _L</translation>
    </message>
    <message>
        <source>A recipe that mixes types: layers that suffer more get a larger one. The bits per weight are where it begins.</source>
        <translation>混合多种类型的配方：受损更大的层使用更大的类型。所列每权重位数为起点。</translation>
    </message>
    <message>
        <source>importance</source>
        <translation>重要性</translation>
    </message>
    <message>
        <source>How much each input of a layer mattered in a calibration run; what matters is kept close.</source>
        <translation>校准运行中各层每个输入的重要程度；重要的内容会保持接近。</translation>
    </message>
    <message>
        <source>%1 and its scales</source>
        <translation>%1 及其缩放</translation>
    </message>
    <message>
        <source>a group of your choice</source>
        <translation>自选分组</translation>
    </message>
    <message>
        <source>ArrowQuant, Arrow libraries</source>
        <translation>ArrowQuant、Arrow 库</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>bits per weight</source>
        <translation>每权重位数</translation>
    </message>
    <message>
        <source>weights of a block</source>
        <translation>每块权重数</translation>
    </message>
    <message>
        <source>loaded by</source>
        <translation>可由以下程序加载</translation>
    </message>
    <message>
        <source>word</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>How weights are stored. The number in a name is the bits of one code; scales come on top, so Q4_K takes 4.5 bits per weight. _K types and larger numbers are closer to the source; _S, _M and _L mix types.</source>
        <translation>权重的存储方式。名称中的数字是单个编码的位数，缩放另计，因此 Q4_K 占每权重 4.5 位。_K 类型和更大的数字更接近源模型；_S、_M 和 _L 混合多种类型。</translation>
    </message>
    <message>
        <source>All types, and which programs load them</source>
        <translation>所有类型及可加载它们的程序</translation>
    </message>
</context>
<context>
    <name>JobActions</name>
    <message>
        <source>Show &amp;report</source>
        <translation>显示报告(&amp;R)</translation>
    </message>
    <message>
        <source>How close the result is (Enter)</source>
        <translation>结果与原模型的接近程度 (Enter)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Save the validated file</source>
        <translation>保存已验证的文件</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>打开文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Open the folder of the exported file</source>
        <translation>打开导出文件所在的文件夹</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Stop for now; what is done stays done (Space)</source>
        <translation>暂时停止；已完成的部分会保留（空格）</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>继续(&amp;U)</translation>
    </message>
    <message>
        <source>Go on where it was (Space)</source>
        <translation>从停下的地方继续（空格）</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>End the job; nothing it has written is kept</source>
        <translation>结束任务；已写入的内容不会保留</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Run the job again from its beginning</source>
        <translation>从头重新运行任务</translation>
    </message>
    <message>
        <source>Use the &amp;model as it is now</source>
        <translation>使用模型的当前状态(&amp;M)</translation>
    </message>
    <message>
        <source>The file has changed since it was queued: take it all the same</source>
        <translation>文件在加入队列后已更改：仍然使用</translation>
    </message>
    <message>
        <source>E&amp;dit…</source>
        <translation>编辑(&amp;D)…</translation>
    </message>
    <message>
        <source>Change the job&apos;s plan on the Plan page</source>
        <translation>在“计划”页面修改任务的计划</translation>
    </message>
    <message>
        <source>Move to t&amp;op</source>
        <translation>移到最前(&amp;O)</translation>
    </message>
    <message>
        <source>Take the job before all others</source>
        <translation>最先执行此任务</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Take the job earlier</source>
        <translation>提前执行此任务</translation>
    </message>
    <message>
        <source>Move dow&amp;n</source>
        <translation>下移(&amp;N)</translation>
    </message>
    <message>
        <source>Take the job later</source>
        <translation>推后执行此任务</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>移除(&amp;V)</translation>
    </message>
    <message>
        <source>Take the job off the list</source>
        <translation>从列表中移除任务</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>hint (shortcut)</comment>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Select a job first</source>
        <translation>请先选择一个任务</translation>
    </message>
    <message>
        <source>Select one job only</source>
        <translation>请只选择一个任务</translation>
    </message>
    <message>
        <source>The job is the first</source>
        <translation>任务已在最前</translation>
    </message>
    <message>
        <source>The job is the last</source>
        <translation>任务已在最后</translation>
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
    <name>ModelFilters</name>
    <message>
        <source>Models (%1)</source>
        <translation>模型 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>NamedRecipes</name>
    <message>
        <source>Eight bits: hardly to be told from the original.</source>
        <translation>8 位：与原模型几乎没有差别。</translation>
    </message>
    <message>
        <source>Six bits: close to Q8_0 in three quarters of the space.</source>
        <translation>6 位：接近 Q8_0，仅占其四分之三的空间。</translation>
    </message>
    <message>
        <source>Five bits, values and fused attention in six.</source>
        <translation>5 位，注意力的 value 及合并的注意力层用 6 位。</translation>
    </message>
    <message>
        <source>Five bits.</source>
        <translation>5 位。</translation>
    </message>
    <message>
        <source>Five bits with a minimum per block, for readers without K types.</source>
        <translation>5 位，每块带最小值，适用于不支持 K 类型的程序。</translation>
    </message>
    <message>
        <source>Five bits for readers without K types.</source>
        <translation>5 位，适用于不支持 K 类型的程序。</translation>
    </message>
    <message>
        <source>Four bits, the layers that suffer most in five and six: what most people take.</source>
        <translation>4 位，受影响最大的层用 5 位和 6 位：大多数人的选择。</translation>
    </message>
    <message>
        <source>Four bits, a few layers in five.</source>
        <translation>4 位，少数层用 5 位。</translation>
    </message>
    <message>
        <source>Four bits on an uneven grid, rows of any multiple of 32.</source>
        <translation>非均匀网格上的 4 位，行长可为 32 的任意倍数。</translation>
    </message>
    <message>
        <source>Four bits on an uneven grid, a little smaller than Q4_K.</source>
        <translation>非均匀网格上的 4 位，比 Q4_K 略小。</translation>
    </message>
    <message>
        <source>Four bits with a minimum per block, for readers without K types.</source>
        <translation>4 位，每块带最小值，适用于不支持 K 类型的程序。</translation>
    </message>
    <message>
        <source>Four bits for readers without K types.</source>
        <translation>4 位，适用于不支持 K 类型的程序。</translation>
    </message>
    <message>
        <source>Three bits, the layers that suffer most in four and five.</source>
        <translation>3 位，受影响最大的层用 4 位和 5 位。</translation>
    </message>
    <message>
        <source>Three bits, the layers that suffer most in four.</source>
        <translation>3 位，受影响最大的层用 4 位。</translation>
    </message>
    <message>
        <source>Three bits.</source>
        <translation>3 位。</translation>
    </message>
    <message>
        <source>Two bits, attention values in three: the smallest that most programs load.</source>
        <translation>2 位，注意力的 value 用 3 位：多数程序能加载的最小类型。</translation>
    </message>
</context>
<context>
    <name>PictureTables</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>解码后</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>First channel</source>
        <translation>首通道</translation>
    </message>
    <message>
        <source>Last channel</source>
        <translation>末通道</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Greatest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>RMS</source>
        <translation>均方根</translation>
    </message>
    <message>
        <source>Error (RMS)</source>
        <translation>误差（均方根）</translation>
    </message>
    <message>
        <source>Outliers</source>
        <translation>离群值</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>首行</translation>
    </message>
    <message>
        <source>Last row</source>
        <translation>末行</translation>
    </message>
    <message>
        <source>First column</source>
        <translation>首列</translation>
    </message>
    <message>
        <source>Last column</source>
        <translation>末列</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>How many were looked at</source>
        <translation>查看的数量</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Standard deviation around the mean</source>
        <translation>围绕平均值的标准差</translation>
    </message>
    <message>
        <source>Kurtosis</source>
        <translation>峰度</translation>
    </message>
    <message>
        <source>3 for a normal distribution; more: heavier tails</source>
        <translation>正态分布为 3；更大表示尾部更重</translation>
    </message>
    <message>
        <source>Farther than 6 deviations of the original from its mean</source>
        <translation>与原始平均值相差超过 6 倍标准差</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>零值</translation>
    </message>
    <message>
        <source>Weights that are exactly 0</source>
        <translation>恰好为 0 的权重</translation>
    </message>
    <message>
        <source>Not finite</source>
        <translation>非有限值</translation>
    </message>
    <message>
        <source>NaN and infinities</source>
        <translation>NaN 和无穷</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Between original and decoded; 1: the same direction</source>
        <translation>原始与解码后之间；1 表示方向相同</translation>
    </message>
    <message>
        <source>Rel. RMSE</source>
        <translation>相对 RMSE</translation>
    </message>
    <message>
        <source>Error relative to the size of the weights</source>
        <translation>相对于权重大小的误差</translation>
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
        <translation>单个权重的最大差异</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Rows of the tensor&apos;s matrix</source>
        <translation>张量矩阵的行</translation>
    </message>
    <message>
        <source>Widest</source>
        <translation>最宽</translation>
    </message>
    <message>
        <source>With outliers</source>
        <translation>含离群值</translation>
    </message>
    <message>
        <source>Channels, or groups of them, that have any</source>
        <translation>含有离群值的通道或通道组</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>最差</translation>
    </message>
    <message>
        <source>Channel with the largest error</source>
        <translation>误差最大的通道</translation>
    </message>
    <message>
        <source>Its error</source>
        <translation>其误差</translation>
    </message>
    <message>
        <source>Root of the mean squared error</source>
        <translation>均方误差的平方根</translation>
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
    <message>
        <source>%1: %2</source>
        <comment>reason: what it says</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适配</translation>
    </message>
    <message>
        <source>Chosen so that the model fits the size or the error you asked for.</source>
        <translation>为使模型符合所需大小或误差而选择。</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>Profile</source>
        <translation>档位</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
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
        <translation>对称性</translation>
    </message>
    <message>
        <source>Scales</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Keep 1-D tensors</source>
        <translation>保留一维张量</translation>
    </message>
    <message>
        <source>Keep tensors under</source>
        <translation>保留小于此值的张量</translation>
    </message>
    <message>
        <source>Keep what the architecture needs</source>
        <translation>保留架构所需内容</translation>
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
        <translation>按模式指定类型</translation>
    </message>
    <message>
        <source>Rules of the recipe</source>
        <translation>配方的规则</translation>
    </message>
    <message>
        <source>Single tensors</source>
        <translation>单个张量</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>重要性</translation>
    </message>
    <message>
        <source>Minimum cosine</source>
        <translation>最小余弦</translation>
    </message>
    <message numerus="yes">
        <source>%n elements</source>
        <translation>
            <numerusform>%n 个元素</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>My presets</source>
        <translation>我的预设</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>档位</translation>
    </message>
    <message>
        <source>%1 *</source>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>the target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>keep rules and patterns</source>
        <translation>保留规则和模式</translation>
    </message>
    <message>
        <source>tensors chosen one by one</source>
        <translation>逐个选定的张量</translation>
    </message>
    <message>
        <source>the architecture and the importance file</source>
        <translation>架构和重要性文件</translation>
    </message>
    <message>
        <source>Left as they are: %1.</source>
        <translation>保持不变：%1。</translation>
    </message>
</context>
<context>
    <name>Profiles</name>
    <message>
        <source>2–4 GB RAM, ARM64</source>
        <translation>2–4 GB 内存，ARM64</translation>
    </message>
    <message>
        <source>8+ GB RAM, x86-64 with AVX2</source>
        <translation>8 GB 以上内存，支持 AVX2 的 x86-64</translation>
    </message>
    <message>
        <source>32+ GB RAM, GPU</source>
        <translation>32 GB 以上内存，GPU</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>The order in which jobs are taken</source>
        <translation>任务执行的顺序</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The plan&apos;s name, or its default type</source>
        <translation>计划的名称或其默认类型</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>The file that is written; a trial writes none</source>
        <translation>写入的文件；试算不写文件</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>Bytes of the source per second</source>
        <translation>每秒读取的源字节数</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Size after</source>
        <translation>之后大小</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Relative RMSE over all quantized tensors</source>
        <translation>所有量化张量的相对 RMSE</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>share</comment>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>QueueQuestions</name>
    <message>
        <source>Run again</source>
        <translation>再次运行</translation>
    </message>
    <message numerus="yes">
        <source>%n finished files are lost or replaced by this.</source>
        <translation>
            <numerusform>这将丢失或替换 %n 个已完成的文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>Only a job that runs or waits can be paused</source>
        <translation>只能暂停正在运行或等待的任务</translation>
    </message>
    <message>
        <source>The file is being exported</source>
        <translation>正在导出文件</translation>
    </message>
    <message>
        <source>A trial writes no file</source>
        <translation>试算不写文件</translation>
    </message>
    <message>
        <source>There is no finished file</source>
        <translation>没有已完成的文件</translation>
    </message>
    <message>
        <source>Pause or cancel the job first</source>
        <translation>请先暂停或取消任务</translation>
    </message>
    <message>
        <source>The job is ending</source>
        <translation>任务正在结束</translation>
    </message>
    <message>
        <source>There is a report once the job has finished</source>
        <translation>任务完成后可查看报告</translation>
    </message>
    <message>
        <source>There is no exported file</source>
        <translation>没有已导出的文件</translation>
    </message>
    <message>
        <source>The job is not paused</source>
        <translation>任务未暂停</translation>
    </message>
    <message>
        <source>The job has ended</source>
        <translation>任务已结束</translation>
    </message>
    <message>
        <source>The job has not ended yet</source>
        <translation>任务尚未结束</translation>
    </message>
    <message>
        <source>The model is the one that was queued</source>
        <translation>模型与加入队列时相同</translation>
    </message>
    <message>
        <source>Putting aside…</source>
        <translation>正在搁置…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>已暂缓</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Below limits</source>
        <translation>低于限值</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>Not exported yet</source>
        <translation>尚未导出</translation>
    </message>
    <message>
        <source>To be exported</source>
        <translation>待导出</translation>
    </message>
    <message>
        <source>The file is being repaired</source>
        <translation>正在修复文件</translation>
    </message>
    <message>
        <source>Repairing…</source>
        <translation>正在修复…</translation>
    </message>
</context>
<context>
    <name>ReportPrint</name>
    <message>
        <source>Limits: cosine at least %1 for each tensor, and the floors of each bit width</source>
        <translation>限值：每个张量的余弦不低于 %1，并满足各位宽的下限</translation>
    </message>
    <message>
        <source>Limits: cosine at least %1 for each tensor</source>
        <translation>限值：每个张量的余弦不低于 %1</translation>
    </message>
    <message>
        <source>Validation report</source>
        <translation>验证报告</translation>
    </message>
    <message>
        <source>✓ Passed</source>
        <translation>✓ 通过</translation>
    </message>
    <message>
        <source>✗ Not passed: %1 of %2 tensors missed a limit</source>
        <translation>✗ 未通过：%2 个张量中有 %1 个未达到限值</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>源：%1</translation>
    </message>
    <message>
        <source>A trial: no file was written</source>
        <translation>试算：未写入文件</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>文件：%1</translation>
    </message>
    <message>
        <source>Findings were overruled: %1</source>
        <translation>已强制忽略检查结果：%1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>✗ The file is %1 larger than was asked for</source>
        <translation>✗ 文件比要求的大 %1</translation>
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
    <message>
        <source>Source size</source>
        <translation>源大小</translation>
    </message>
    <message>
        <source>In the source file</source>
        <translation>在源文件中</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The rule of the plan that chose the scheme</source>
        <translation>选定该方案的计划规则</translation>
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
    <name>Targets</name>
    <message>
        <source>Arrow IPC table</source>
        <translation>Arrow IPC 表</translation>
    </message>
    <message>
        <source>One row per tensor with codes, scales and zero points: for ArrowQuant and for analysis with any Arrow library.</source>
        <translation>每个张量一行，含编码、缩放和零点：供 ArrowQuant 使用，也可用任意 Arrow 库分析。</translation>
    </message>
    <message>
        <source>Safetensors, packed</source>
        <translation>Safetensors，打包</translation>
    </message>
    <message>
        <source>Packed codes, scales and zero points: the smallest file, read by ArrowQuant.</source>
        <translation>打包的编码、缩放和零点：文件最小，由 ArrowQuant 读取。</translation>
    </message>
    <message>
        <source>Safetensors, F16 values</source>
        <translation>Safetensors,F16 数值</translation>
    </message>
    <message>
        <source>Quantized values written as 16-bit floats: for any program that reads safetensors.</source>
        <translation>量化值以 16 位浮点写入：适用于任何可读取 safetensors 的程序。</translation>
    </message>
    <message>
        <source>Safetensors, BF16 values</source>
        <translation>Safetensors,BF16 数值</translation>
    </message>
    <message>
        <source>Quantized values written as bfloat16: for any program that reads safetensors.</source>
        <translation>量化值以 bfloat16 写入：适用于任何可读取 safetensors 的程序。</translation>
    </message>
    <message>
        <source>Safetensors, F32 values</source>
        <translation>Safetensors,F32 数值</translation>
    </message>
    <message>
        <source>Quantized values written as 32-bit floats, exactly as they decode.</source>
        <translation>量化值以 32 位浮点写入，与解码结果完全一致。</translation>
    </message>
    <message>
        <source>GGUF</source>
        <translation>GGUF</translation>
    </message>
    <message>
        <source>Blocks of ggml types: one file for ComfyUI-GGUF, stable-diffusion.cpp and diffusers alike.</source>
        <translation>ggml 类型的块：同一文件可用于 ComfyUI-GGUF、stable-diffusion.cpp 和 diffusers。</translation>
    </message>
    <message>
        <source>GGUF for ComfyUI</source>
        <translation>GGUF（用于 ComfyUI）</translation>
    </message>
    <message>
        <source>For the ComfyUI-GGUF node; convolutions of SD 1.x and SDXL are quantized too.</source>
        <translation>用于 ComfyUI-GGUF 节点；SD 1.x 和 SDXL 的卷积也会量化。</translation>
    </message>
    <message>
        <source>GGUF for stable-diffusion.cpp</source>
        <translation>GGUF（用于 stable-diffusion.cpp）</translation>
    </message>
    <message>
        <source>For stable-diffusion.cpp; whole checkpoints as well as diffusion models.</source>
        <translation>用于 stable-diffusion.cpp；支持完整检查点和扩散模型。</translation>
    </message>
    <message>
        <source>GGUF for diffusers</source>
        <translation>GGUF（用于 diffusers）</translation>
    </message>
    <message>
        <source>For from_single_file() of the diffusers library.</source>
        <translation>用于 diffusers 库的 from_single_file()。</translation>
    </message>
    <message>
        <source>GGUF for llama.cpp</source>
        <translation>GGUF（用于 llama.cpp）</translation>
    </message>
    <message>
        <source>For llama.cpp; the source has to be a GGUF file with the model&apos;s metadata.</source>
        <translation>用于 llama.cpp；源文件必须是含模型元数据的 GGUF 文件。</translation>
    </message>
    <message>
        <source>Arrow IPC stream</source>
        <translation>Arrow IPC 流</translation>
    </message>
    <message>
        <source>The same table as a stream, without an index at its end: for programs that read it while it arrives.</source>
        <translation>同样的表，以流的形式写出，末尾没有索引：适合边接收边读取的程序。</translation>
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
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Part of the output&apos;s weights that is in this tensor</source>
        <translation>此张量占输出的比例</translation>
    </message>
</context>
<context>
    <name>TrialTable</name>
    <message>
        <source>%1: size</source>
        <translation>%1：大小</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>trial, measure</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: change of size</source>
        <translation>%1：大小变化</translation>
    </message>
    <message>
        <source>Against the baseline; less than 0 is smaller</source>
        <translation>相对于基准；小于 0 表示更小</translation>
    </message>
    <message>
        <source>%1: change of error</source>
        <translation>%1：误差变化</translation>
    </message>
    <message>
        <source>Against the baseline, in the same measure</source>
        <translation>相对于基准，采用相同度量</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Data of all tensors, without headers</source>
        <translation>所有张量的数据，不含文件头</translation>
    </message>
    <message>
        <source>Of the source</source>
        <translation>占源模型</translation>
    </message>
    <message>
        <source>Bits per weight</source>
        <translation>每权重位数</translation>
    </message>
    <message>
        <source>Beaten by</source>
        <translation>优于它的</translation>
    </message>
    <message>
        <source>No larger, and closer to the source</source>
        <translation>不更大，且更接近源模型</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>块</translation>
    </message>
    <message>
        <source>(outside blocks)</source>
        <translation>（块之外）</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Cost per dB</source>
        <translation>每 dB 代价</translation>
    </message>
    <message>
        <source>Bytes for each decibel of SQNR between it and the baseline</source>
        <translation>与基准之间每分贝 SQNR 差异对应的字节数</translation>
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
    <name>aq::AddJobsPart</name>
    <message>
        <source>not possible</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>%1, blocked by findings</source>
        <comment>size</comment>
        <translation>%1，被检查结果阻止</translation>
    </message>
    <message>
        <source>&amp;Add to queue…</source>
        <translation>加入队列(&amp;A)…</translation>
    </message>
    <message>
        <source>Add &amp;variants…</source>
        <translation>添加变体(&amp;V)…</translation>
    </message>
    <message>
        <source>Add &amp;models…</source>
        <translation>添加模型(&amp;M)…</translation>
    </message>
    <message>
        <source>There is no plan that can be carried out</source>
        <translation>没有可执行的计划</translation>
    </message>
    <message>
        <source>Open a model first</source>
        <translation>请先打开模型</translation>
    </message>
    <message>
        <source>Quantize it when its turn comes</source>
        <translation>轮到时再量化</translation>
    </message>
    <message>
        <source>Several types of the open model at once</source>
        <translation>一次添加当前模型的多种类型</translation>
    </message>
    <message>
        <source>Add a folder with a model</source>
        <translation>添加包含模型的文件夹</translation>
    </message>
    <message>
        <source>Add models</source>
        <translation>添加模型</translation>
    </message>
    <message>
        <source>Files exist</source>
        <translation>文件已存在</translation>
    </message>
    <message numerus="yes">
        <source>%n files exist already.</source>
        <translation>
            <numerusform>已存在 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Take other names</source>
        <translation>使用其他名称</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs were added to the queue.</source>
        <translation>
            <numerusform>已将 %n 个任务加入队列。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show queue</source>
        <translation>显示队列</translation>
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
    <name>aq::CompareDetails</name>
    <message>
        <source>Only those that differ</source>
        <translation>仅显示有差异的</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>What each setting makes of each tensor</source>
        <translation>每种设置对每个张量的效果</translation>
    </message>
    <message>
        <source>The values of the selected tensor, before and after</source>
        <translation>所选张量前后的数值</translation>
    </message>
    <message>
        <source>Tensors that differ</source>
        <translation>有差异的张量</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>名称的一部分</translation>
    </message>
    <message>
        <source>Filter tensors</source>
        <translation>筛选张量</translation>
    </message>
    <message>
        <source>Tensors shown</source>
        <translation>显示的张量</translation>
    </message>
    <message>
        <source>Looks at the values of the selected tensor (Return)</source>
        <translation>查看所选张量的数值（回车）</translation>
    </message>
    <message>
        <source>Show in plan</source>
        <translation>在计划中显示</translation>
    </message>
    <message>
        <source>Finds the selected tensor in the table of the Plan page</source>
        <translation>在“计划”页面的表格中查找所选张量</translation>
    </message>
    <message>
        <source>Select a tensor in the table to see its values.</source>
        <translation>在表格中选择一个张量以查看其数值。</translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) differ</source>
        <translation>
            <numerusform>%n 个张量有差异</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 tensors</source>
        <comment>how many are shown</comment>
        <translation>%1 / %2 个张量</translation>
    </message>
    <message>
        <source>Histograms of %1</source>
        <translation>%1 的直方图</translation>
    </message>
    <message>
        <source>Details of the comparison</source>
        <translation>比较详情</translation>
    </message>
    <message>
        <source>What differs between the settings, tensor by tensor</source>
        <translation>逐个张量显示各设置之间的差异</translation>
    </message>
</context>
<context>
    <name>aq::ComparePage</name>
    <message>
        <source>Nothing to compare yet</source>
        <translation>尚无可比较的内容</translation>
    </message>
    <message>
        <source>What can be compared</source>
        <translation>可以比较的内容</translation>
    </message>
    <message>
        <source>Compare the usual settings</source>
        <translation>比较常用设置</translation>
    </message>
    <message>
        <source>Add the current plan</source>
        <translation>添加当前计划</translation>
    </message>
    <message>
        <source>Add a finished file…</source>
        <translation>添加已完成的文件…</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>打开模型…</translation>
    </message>
    <message>
        <source>What it comes to</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>About these numbers</source>
        <translation>关于这些数字</translation>
    </message>
    <message>
        <source>Error of the weights stands in for what you will see: it ranks settings well, but look at pictures before you settle.</source>
        <translation>权重误差只是最终效果的替代指标：它能很好地给设置排序，但做决定前请先看实际图像。</translation>
    </message>
    <message>
        <source>Size and error</source>
        <translation>大小与误差</translation>
    </message>
    <message>
        <source>Block by block</source>
        <translation>逐块比较</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>What must fit: drawn as a line, and the closest that fits is named</source>
        <translation>容量限制：以线条标出，并指出能放入的最接近者</translation>
    </message>
    <message>
        <source>as in the model</source>
        <translation>按模型顺序</translation>
    </message>
    <message>
        <source>largest change of size</source>
        <translation>大小变化最大</translation>
    </message>
    <message>
        <source>largest change of error</source>
        <translation>误差变化最大</translation>
    </message>
    <message>
        <source>Save comparison…</source>
        <translation>保存比较…</translation>
    </message>
    <message>
        <source>As a web page that needs no other file, or as CSV</source>
        <translation>存为无需其他文件的网页或 CSV</translation>
    </message>
    <message>
        <source>Size to f&amp;it:</source>
        <translation>容量(&amp;I):</translation>
    </message>
    <message>
        <source>&amp;Blocks:</source>
        <translation>块(&amp;B):</translation>
    </message>
    <message>
        <source>Compare %1</source>
        <translation>比较 %1</translation>
    </message>
    <message>
        <source>Which setting is right for %1?</source>
        <translation>哪种设置适合 %1?</translation>
    </message>
    <message>
        <source>Compare settings of a model</source>
        <translation>比较模型的设置</translation>
    </message>
    <message>
        <source>Try some side by side: sizes at once, errors as soon as they are measured. Nothing is written.</source>
        <translation>并排试算几种设置：大小立即显示，误差在测量后显示。不写入任何内容。</translation>
    </message>
    <message>
        <source>Open a model first; then plans, trials and finished files of it can be compared here.</source>
        <translation>请先打开模型；之后可在此比较其计划、试算和已完成的文件。</translation>
    </message>
    <message>
        <source> GiB</source>
        <translation> GiB</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source> KiB</source>
        <translation> KiB</translation>
    </message>
    <message>
        <source>Erro&amp;r:</source>
        <translation>误差(&amp;R):</translation>
    </message>
</context>
<context>
    <name>aq::ComparePart</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Settings side by side</source>
        <translation>并排比较设置</translation>
    </message>
    <message>
        <source>A copy of the plan as it stands, on the Compare page</source>
        <translation>将当前计划的副本放到“比较”页面</translation>
    </message>
    <message>
        <source>A file of this model that any program made</source>
        <translation>由任意程序生成的此模型文件</translation>
    </message>
    <message>
        <source>There is no plan that could be added.</source>
        <translation>没有可添加的计划。</translation>
    </message>
    <message>
        <source>Add a finished file of this model</source>
        <translation>添加此模型的已完成文件</translation>
    </message>
    <message>
        <source>%1-comparison.html</source>
        <translation>%1-比较.html</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>保存比较</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>The comparison was saved.</source>
        <translation>比较已保存。</translation>
    </message>
    <message>
        <source>Use plan %1</source>
        <translation>使用计划 %1</translation>
    </message>
    <message>
        <source>The plan is now %1. Undo brings yours back.</source>
        <translation>计划现为 %1。“撤销”可恢复您的计划。</translation>
    </message>
    <message>
        <source>Findings stand in the way of %1. They are listed with the plan.</source>
        <translation>%1 存在障碍，已随计划列出。</translation>
    </message>
    <message>
        <source>Add pla&amp;n to comparison</source>
        <translation>将计划加入比较(&amp;N)</translation>
    </message>
    <message>
        <source>C&amp;ompare a finished file…</source>
        <translation>比较已完成的文件(&amp;O)…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>profile, type</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>aq::CompareTrialsPanel</name>
    <message>
        <source>Settings to compare</source>
        <translation>要比较的设置</translation>
    </message>
    <message>
        <source>How many are compared</source>
        <translation>比较的数量</translation>
    </message>
    <message>
        <source>Why it was not measured</source>
        <translation>未测量的原因</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a setting or a finished file to compare</source>
        <translation>添加要比较的设置或已完成的文件</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Use as &amp;baseline</source>
        <translation>用作基准(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>测量(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Cancel measuring</source>
        <translation>取消测量(&amp;C)</translation>
    </message>
    <message>
        <source>Use this &amp;plan</source>
        <translation>使用此计划(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quantize with it…</source>
        <translation>以此量化(&amp;Q)…</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Measure all</source>
        <translation>全部测量</translation>
    </message>
    <message>
        <source>Use this plan</source>
        <translation>使用此计划</translation>
    </message>
    <message>
        <source>Quantize…</source>
        <translation>量化…</translation>
    </message>
    <message>
        <source>With the selected setting</source>
        <translation>使用所选设置</translation>
    </message>
    <message>
        <source>Tick two to four to compare them.</source>
        <translation>勾选二到四项进行比较。</translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 compared; you can tick up to four.</source>
        <translation>
            <numerusform>已比较 %1 项中的 %n 项；最多可勾选四项。</numerusform>
        </translation>
    </message>
    <message>
        <source>Four are compared, as many as can be told apart. Untick one to tick another.</source>
        <translation>已比较四项，再多便难以区分。取消一项后才能勾选另一项。</translation>
    </message>
    <message>
        <source>The current &amp;plan</source>
        <translation>当前计划(&amp;P)</translation>
    </message>
    <message>
        <source>The &amp;usual: %1</source>
        <translation>常用设置(&amp;U):%1</translation>
    </message>
    <message>
        <source>A finished &amp;file…</source>
        <translation>已完成的文件(&amp;F)…</translation>
    </message>
    <message>
        <source>A copy of the plan as it stands</source>
        <translation>当前计划的副本</translation>
    </message>
    <message>
        <source>This file was made by another program: there is no plan to use.</source>
        <translation>此文件由其他程序生成：没有可用的计划。</translation>
    </message>
    <message>
        <source>Select a setting first.</source>
        <translation>请先选择一个设置。</translation>
    </message>
    <message>
        <source>Puts it on the Plan page; Undo brings yours back</source>
        <translation>将其放到“计划”页面；“撤销”可恢复您的计划</translation>
    </message>
    <message>
        <source>Writes a file with this setting</source>
        <translation>用此设置写入文件</translation>
    </message>
    <message>
        <source>Measure all %1</source>
        <translation>测量全部 %1 项</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Works out the error of every tensor; nothing is written</source>
        <translation>计算每个张量的误差；不写入任何内容</translation>
    </message>
    <message>
        <source>All of them are measured, or are about to be.</source>
        <translation>全部已测量或即将测量。</translation>
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
    <message>
        <source>Raise tensors that miss a limit</source>
        <translation>提高未达限值的张量</translation>
    </message>
    <message>
        <source>After the run, tensors below their floor or the minimum cosine get more bits and are written again, within the size that is wished for</source>
        <translation>运行之后，低于下限或最小余弦的张量获得更多位并重新写入，不超过所需大小</translation>
    </message>
    <message>
        <source>Leave tensors that miss a limit</source>
        <translation>保留未达限值的张量</translation>
    </message>
</context>
<context>
    <name>aq::DifferenceModel</name>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>number, trial</comment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>aq::DivergingBars</name>
    <message>
        <source>(outside blocks)</source>
        <translation>（块之外）</translation>
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
    <message>
        <source>◂ smaller</source>
        <translation>◂ 更小</translation>
    </message>
    <message>
        <source>larger ▸</source>
        <translation>更大 ▸</translation>
    </message>
    <message>
        <source>%1, up to %2</source>
        <comment>measure, change</comment>
        <translation>%1，最多 %2</translation>
    </message>
    <message>
        <source>◂ closer</source>
        <translation>◂ 更接近</translation>
    </message>
    <message>
        <source>farther ▸</source>
        <translation>更远 ▸</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
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
    <name>aq::EditJobPart</name>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>Editing %1 of the queue.</source>
        <translation>正在编辑队列中的 %1。</translation>
    </message>
    <message>
        <source>Update job</source>
        <translation>更新任务</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>保持原样</translation>
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
    <message>
        <source>What the plan comes to: size and bits per weight are exact. Try measures the error and writes nothing; Quantize writes the file and checks it.</source>
        <translation>计划的结果：大小和每权重位数是精确值。“试算”测量误差而不写入；“量化”写入文件并进行检查。</translation>
    </message>
</context>
<context>
    <name>aq::FilesPage</name>
    <message>
        <source>about the workspace folder</source>
        <translation>关于工作文件夹</translation>
    </message>
    <message>
        <source>about the name</source>
        <translation>关于名称</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>Take a free name</source>
        <translation>使用未占用的名称</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>Choose the workspace folder</source>
        <translation>选择工作文件夹</translation>
    </message>
    <message>
        <source>Files are kept here until they are exported; empty: with the program&apos;s data</source>
        <translation>文件在导出之前存放在此处；留空则与程序数据放在一起</translation>
    </message>
    <message>
        <source>&amp;Workspace folder:</source>
        <translation>工作文件夹(&amp;W):</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>文件名(&amp;N):</translation>
    </message>
    <message>
        <source>{model}, {recipe}, {target} and {ext} are filled in; empty: the usual name</source>
        <translation>{model}、{recipe}、{target} 和 {ext} 会被替换；留空则使用默认名称</translation>
    </message>
    <message>
        <source>&amp;If the file exists:</source>
        <translation>如果文件已存在(&amp;I):</translation>
    </message>
    <message>
        <source>Of files that jobs write</source>
        <translation>适用于任务写入的文件</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>可用 %1</translation>
    </message>
    <message>
        <source>For instance %1</source>
        <translation>例如 %1</translation>
    </message>
</context>
<context>
    <name>aq::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
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
    <message>
        <source>Part of a name, or blocks.*.attn?</source>
        <translation>名称的一部分，或 blocks.*.attn?</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>The text is a regular expression, found anywhere in the name (re:)</source>
        <translation>文本为正则表达式，可匹配名称任意位置 (re:)</translation>
    </message>
    <message>
        <source>what is wrong with the filter</source>
        <translation>筛选的问题</translation>
    </message>
    <message>
        <source>Error above</source>
        <translation>误差高于</translation>
    </message>
    <message>
        <source>Tensors whose measured error is larger than the number beside</source>
        <translation>测得误差大于旁边数值的张量</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Relative RMSE</source>
        <translation>相对 RMSE</translation>
    </message>
    <message>
        <source>The table is not filtered by this: %1</source>
        <translation>表格未按此筛选：%1</translation>
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
    <message>
        <source>What the program that the file is for would stumble over. Choose one to see its tensor, why it matters, and how it can be repaired.</source>
        <translation>目标程序可能遇到的问题。选择一项可查看相应张量、原因及修复办法。</translation>
    </message>
</context>
<context>
    <name>aq::FitChanges</name>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>More or fewer bytes than before</source>
        <translation>比之前多或少的字节</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Relative RMSE of the tensor, before and after</source>
        <translation>张量的相对 RMSE，之前和之后</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>error before, after</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>代价</translation>
    </message>
    <message>
        <source>What the change adds to the total error</source>
        <translation>该更改给总误差增加的量</translation>
    </message>
    <message>
        <source>Nothing to compare with yet.</source>
        <translation>还没有可比较的内容。</translation>
    </message>
    <message>
        <source>No type has changed.</source>
        <translation>没有类型改变。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln type(s) changed: %1</source>
        <translation>
            <numerusform>更改了 %Ln 个类型：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>更改了什么</translation>
    </message>
    <message>
        <source>since the plan before</source>
        <translation>自之前的方案</translation>
    </message>
    <message>
        <source>since the last point</source>
        <translation>自上一个点</translation>
    </message>
    <message>
        <source>What the changes are relative to</source>
        <translation>更改是相对于什么</translation>
    </message>
    <message>
        <source>what changed in all</source>
        <translation>总共更改了什么</translation>
    </message>
    <message>
        <source>Changed tensors</source>
        <translation>更改的张量</translation>
    </message>
    <message>
        <source>Return or a double click shows the tensor in the plan</source>
        <translation>按回车或双击在方案中显示该张量</translation>
    </message>
</context>
<context>
    <name>aq::FitChart</name>
    <message>
        <source>Size of the file, and its share of the source</source>
        <translation>文件大小及其占源文件的比例</translation>
    </message>
    <message>
        <source>Relative RMSE</source>
        <translation>相对 RMSE</translation>
    </message>
    <message>
        <source>Best for its size</source>
        <translation>该大小下的最佳</translation>
    </message>
    <message>
        <source>This plan</source>
        <translation>此方案</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Same type everywhere</source>
        <translation>全部同一类型</translation>
    </message>
    <message>
        <source>Error against size, from %1 to %2.</source>
        <translation>误差与大小，从 %1 到 %2。</translation>
    </message>
    <message>
        <source>This plan: %1, %2.</source>
        <translation>此方案：%1，%2。</translation>
    </message>
</context>
<context>
    <name>aq::FitControls</name>
    <message>
        <source>Size at most:</source>
        <translation>大小上限：</translation>
    </message>
    <message>
        <source>Error at most:</source>
        <translation>误差上限：</translation>
    </message>
    <message>
        <source>Size at most</source>
        <translation>大小上限</translation>
    </message>
    <message>
        <source>Of the written file, header included</source>
        <translation>写出的文件的大小，含文件头</translation>
    </message>
    <message>
        <source>Error at most</source>
        <translation>误差上限</translation>
    </message>
    <message>
        <source>Relative RMSE of all weights; the smallest file is looked for</source>
        <translation>所有权重的相对 RMSE；寻找最小的文件</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source>The best types for every size, as you drag</source>
        <translation>拖动时给出每个大小的最佳类型</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>share of the source</source>
        <translation>占源文件的比例</translation>
    </message>
    <message>
        <source>why nothing fits</source>
        <translation>为何无法适配</translation>
    </message>
    <message>
        <source> GiB</source>
        <translation> GiB</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source> KiB</source>
        <translation> KiB</translation>
    </message>
    <message>
        <source>%1 of the source</source>
        <translation>源文件的 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>size, share of the source</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Nothing is so close. The least error is %1.</source>
        <translation>无法如此接近。最小误差为 %1。</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>采用 %1</translation>
    </message>
    <message>
        <source>This cannot fit. The smallest file has %1.</source>
        <translation>无法适配。最小的文件为 %1。</translation>
    </message>
</context>
<context>
    <name>aq::FitPanel</name>
    <message>
        <source>Best for its size</source>
        <translation>该大小下的最佳</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Same type everywhere</source>
        <translation>全部同一类型</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类别</translation>
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
        <source>Relative RMSE</source>
        <translation>相对 RMSE</translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>Measures what every type costs every tensor of this model, once. Then any size is a matter of a moment: the types are chosen so that the whole error is as small as it can be.</source>
        <translation>一次性测量每种类型对此模型每个张量的代价。之后任何大小都只需片刻：所选类型使总误差尽可能小。</translation>
    </message>
    <message>
        <source>Fit to a size</source>
        <translation>适配到大小</translation>
    </message>
    <message>
        <source>what fitting does</source>
        <translation>适配的作用</translation>
    </message>
    <message>
        <source>how far the measurement is</source>
        <translation>测量的进度</translation>
    </message>
    <message>
        <source>Measure sensitivity</source>
        <translation>测量敏感度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the measurement</source>
        <translation>取消测量</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>测量进度</translation>
    </message>
    <message>
        <source>The lowest error for every size of the file. Point at it, or use the arrow keys, to read single values; a click or Return takes the size. Triangles and squares use the same type everywhere.</source>
        <translation>每个文件大小的最小误差。指向它或使用方向键读取单个值；单击或按回车采用该大小。三角形和方块全部使用同一类型。</translation>
    </message>
    <message>
        <source>Size and error of the fit</source>
        <translation>适配的大小与误差</translation>
    </message>
    <message>
        <source>size of the file</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source>bits per weight</source>
        <translation>每权重位数</translation>
    </message>
    <message>
        <source>error of all weights</source>
        <translation>所有权重的误差</translation>
    </message>
    <message>
        <source>tensors below a limit</source>
        <translation>低于限值的张量</translation>
    </message>
    <message>
        <source>what was measured</source>
        <translation>测量的内容</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>大小：</translation>
    </message>
    <message>
        <source>Bits per weight:</source>
        <translation>每权重位数：</translation>
    </message>
    <message>
        <source>Error:</source>
        <translation>误差：</translation>
    </message>
    <message>
        <source>Worst tensor:</source>
        <translation>最差张量：</translation>
    </message>
    <message>
        <source>Below a limit:</source>
        <translation>低于限值：</translation>
    </message>
    <message>
        <source>Weigh by:</source>
        <translation>加权方式：</translation>
    </message>
    <message>
        <source>Suggested sizes</source>
        <translation>建议的大小</translation>
    </message>
    <message>
        <source>what is not fitted</source>
        <translation>未参与适配的部分</translation>
    </message>
    <message>
        <source>about the measurement</source>
        <translation>关于测量</translation>
    </message>
    <message>
        <source>Measure all of it</source>
        <translation>全部测量</translation>
    </message>
    <message>
        <source>Reads every weight; takes longer</source>
        <translation>读取每个权重；耗时更长</translation>
    </message>
    <message>
        <source>Stop fitting</source>
        <translation>停止适配</translation>
    </message>
    <message>
        <source>The plan goes back to its types without the fit</source>
        <translation>方案恢复为未适配时的类型</translation>
    </message>
    <message>
        <source>what the error stands for</source>
        <translation>误差代表什么</translation>
    </message>
    <message>
        <source>The error of the weights stands in for the quality of pictures; it is not the picture itself. Look at pictures before you settle.</source>
        <translation>权重的误差只是图像质量的替代指标，并不是图像本身。决定之前请查看图像。</translation>
    </message>
    <message>
        <source>Open a model first.</source>
        <translation>请先打开一个模型。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tensor(s) have a choice of types; %1 are measured in all.</source>
        <translation>
            <numerusform>%Ln 个张量可选择类型；共测量 %1 项。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>suggestion, size</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>error, in decibels</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Shows %1 in the table of the plan</source>
        <translation>在方案表格中显示 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>tensor, error</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>none: every tensor reaches its floor</source>
        <translation>无：每个张量都达到其下限</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tensor(s) below a floor or the minimum cosine</source>
        <translation>
            <numerusform>%Ln 个张量低于下限或最小余弦</numerusform>
        </translation>
    </message>
    <message>
        <source>Of large tensors a sample was measured, evenly spread.</source>
        <translation>对大张量测量了均匀分布的样本。</translation>
    </message>
</context>
<context>
    <name>aq::FitPart</name>
    <message>
        <source>Fit to a size</source>
        <translation>适配到大小</translation>
    </message>
    <message>
        <source>&amp;Fit to a size</source>
        <translation>适配到大小(&amp;F)</translation>
    </message>
    <message>
        <source>Fit to a &amp;size…</source>
        <translation>适配到大小(&amp;S)…</translation>
    </message>
    <message>
        <source>The best types for a file of the size that you choose</source>
        <translation>为您选择的文件大小找出最佳类型</translation>
    </message>
</context>
<context>
    <name>aq::FitRefine</name>
    <message>
        <source>Best so far</source>
        <translation>目前最佳</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>代</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>目标值</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>细化</translation>
    </message>
    <message>
        <source>Worst tensor</source>
        <translation>最差张量</translation>
    </message>
    <message>
        <source>Worst block</source>
        <translation>最差块</translation>
    </message>
    <message>
        <source>Missed limits</source>
        <translation>未达限值</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Makes the error of the worst tensor small as well</source>
        <translation>同时减小最差张量的误差</translation>
    </message>
    <message>
        <source>Makes the summed error of the worst block small as well</source>
        <translation>同时减小最差块的误差总和</translation>
    </message>
    <message>
        <source>Makes tensors below their limits fewer as well</source>
        <translation>同时减少低于限值的张量</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>seed </source>
        <translation>种子 </translation>
    </message>
    <message>
        <source>The same seed gives the same answer</source>
        <translation>相同的种子得到相同的结果</translation>
    </message>
    <message>
        <source>Searches by evolution, from the answer that there is</source>
        <translation>从现有结果出发进行进化搜索</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>搜索进度</translation>
    </message>
    <message>
        <source>Cancel the search</source>
        <translation>取消搜索</translation>
    </message>
    <message>
        <source>what the search found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Looks for a mix of the same size that is better in more than the total error. It never takes a worse one.</source>
        <translation>寻找大小相同、不仅总误差更好的组合。绝不采用更差的。</translation>
    </message>
    <message>
        <source>Fit to a size first: the search begins with the answer</source>
        <translation>请先适配到大小：搜索从该结果开始</translation>
    </message>
</context>
<context>
    <name>aq::Fitting</name>
    <message>
        <source>Fit to %1</source>
        <translation>适配到 %1</translation>
    </message>
    <message>
        <source>Fit to an error of %1</source>
        <translation>适配到误差 %1</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Forget what was fitted</source>
        <translation>忘记适配结果</translation>
    </message>
    <message>
        <source>Stop fitting</source>
        <translation>停止适配</translation>
    </message>
    <message>
        <source>Weigh the error otherwise</source>
        <translation>更改误差加权</translation>
    </message>
    <message>
        <source>Cancelled; the plan is as it was.</source>
        <translation>已取消；方案保持原样。</translation>
    </message>
    <message>
        <source>Nothing better was found; the plan is as it was.</source>
        <translation>没有找到更好的；方案保持原样。</translation>
    </message>
    <message numerus="yes">
        <source>Better by %1 after %n generation(s).</source>
        <translation>
            <numerusform>经过 %n 代改善了 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Refine the fit</source>
        <translation>细化适配</translation>
    </message>
</context>
<context>
    <name>aq::GeneralPage</name>
    <message>
        <source>about the language</source>
        <translation>关于语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>When all jobs have ended</source>
        <translation>所有任务结束时</translation>
    </message>
    <message>
        <source>When a job has ended</source>
        <translation>每个任务结束时</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>主题(&amp;T):</translation>
    </message>
    <message>
        <source>Shown at once</source>
        <translation>立即生效</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L):</translation>
    </message>
    <message>
        <source>Of menus, texts and numbers</source>
        <translation>用于菜单、文字和数字</translation>
    </message>
    <message>
        <source>&amp;Notify:</source>
        <translation>通知(&amp;N):</translation>
    </message>
    <message>
        <source>Only while the window is in the background</source>
        <translation>仅当窗口在后台时</translation>
    </message>
    <message>
        <source>&amp;Recent models:</source>
        <translation>最近的模型(&amp;R):</translation>
    </message>
    <message>
        <source>How many are remembered; pinned ones always are</source>
        <translation>记住的数量；固定的始终保留</translation>
    </message>
    <message>
        <source>Used from the next start of ArrowQuant on.</source>
        <translation>下次启动 ArrowQuant 时生效。</translation>
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
        <source>To the values that the profile sets</source>
        <translation>转到档位所设置的值</translation>
    </message>
    <message>
        <source>Three ways to begin, with their size on this model: Edge is the smallest, Cloud the closest. Everything below can be changed then.</source>
        <translation>三种起点及其在此模型上的大小：Edge 最小，Cloud 最接近原模型。之后可更改下方所有内容。</translation>
    </message>
    <message>
        <source>Customi&amp;ze…</source>
        <translation>自定义(&amp;Z)…</translation>
    </message>
    <message>
        <source>Fit to a size…</source>
        <translation>适配到大小…</translation>
    </message>
    <message>
        <source>The best types for a file of the size that you choose</source>
        <translation>为您选择的文件大小找出最佳类型</translation>
    </message>
</context>
<context>
    <name>aq::GuideView</name>
    <message>
        <source>%1 (%2)</source>
        <comment>hint (shortcut)</comment>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>用户指南</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>搜索指南</translation>
    </message>
    <message>
        <source>search result</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一个匹配项</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配项</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>aq::HeatMapView</name>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>解码后</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>未读取</translation>
    </message>
    <message>
        <source>Rows %1, columns %2: %3</source>
        <translation>行 %1，列 %2：%3</translation>
    </message>
    <message>
        <source>Rows %1, columns %2: %3, decoded %4, error %5</source>
        <translation>行 %1，列 %2：%3，解码后 %4，误差 %5</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>没有可显示的内容</translation>
    </message>
    <message>
        <source>Heat maps of rows %1 and columns %2; values from %3 to %4, largest error %5</source>
        <translation>行 %1、列 %2 的热图；数值从 %3 到 %4，最大误差 %5</translation>
    </message>
</context>
<context>
    <name>aq::HelpPart</name>
    <message>
        <source>The table lists every tensor with the type it will get and why. At the right stands what you wish: a profile or a type, rules for names, and what is kept as it is. Every step can be undone.</source>
        <translation>表格列出每个张量将获得的类型及原因。右侧是您的选择：档位或类型、名称规则，以及保持不变的内容。每一步都可撤销。</translation>
    </message>
    <message>
        <source>The written file was opened again and every tensor compared with the source. Tensors that miss a limit come first; the limits can be changed.</source>
        <translation>写入的文件已重新打开，并逐个张量与源模型比较。未达到限值的张量排在前面；限值可以更改。</translation>
    </message>
    <message>
        <source>What happened, and what you can do about it. F6 leads here, Escape closes it.</source>
        <translation>发生了什么以及可以采取的措施。按 F6 转到此处，按 Esc 关闭。</translation>
    </message>
</context>
<context>
    <name>aq::HistogramChart</name>
    <message>
        <source>Decoded − original</source>
        <translation>解码后 − 原始</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>解码后</translation>
    </message>
    <message>
        <source>Outliers beyond</source>
        <translation>离群值界限</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 到 %2：%3</translation>
    </message>
    <message>
        <source>%1 to %2: %3, decoded %4</source>
        <translation>%1 到 %2：%3，解码后 %4</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>没有可显示的内容</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>Histogram of the errors; most are from %1</source>
        <translation>误差直方图；多数在 %1</translation>
    </message>
    <message>
        <source>Histogram of the values from %1 to %2; most are from %3; outliers: %4</source>
        <translation>数值从 %1 到 %2 的直方图；多数在 %3；离群值：%4</translation>
    </message>
</context>
<context>
    <name>aq::HistogramStrip</name>
    <message>
        <source>kept as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>RMSE %1 · %2 · largest error %3</source>
        <translation>RMSE %1 · %2 · 最大误差 %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>trial, type of the tensor</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>original %1</source>
        <translation>原始 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>trial, count</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <comment>bin from, to, counts</comment>
        <translation>%1 到 %2：%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>trial, what is known</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原始</translation>
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
        <translation>imatrix 文件(.dat 或 .gguf)：校准运行中各层每个输入的重要程度。选择缩放时会让重要的输入保持接近。</translation>
    </message>
    <message>
        <source>All columns matter alike again</source>
        <translation>所有列重新同等重要</translation>
    </message>
</context>
<context>
    <name>aq::InspectorPanel</name>
    <message>
        <source>Select a tensor in the table to see its values.</source>
        <translation>在表格中选择一个张量以查看其数值。</translation>
    </message>
    <message>
        <source>tensor that is inspected</source>
        <translation>正在查看的张量</translation>
    </message>
    <message>
        <source>what there is to know about these numbers</source>
        <translation>关于这些数字的说明</translation>
    </message>
    <message>
        <source>As planned</source>
        <translation>按计划</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>按写入结果</translation>
    </message>
    <message>
        <source>What is decoded</source>
        <translation>解码的对象</translation>
    </message>
    <message>
        <source>Compare with what the plan would give, or with the file that was written</source>
        <translation>与计划的预期结果或已写入的文件比较</translation>
    </message>
    <message>
        <source>Reading the tensor</source>
        <translation>正在读取张量</translation>
    </message>
    <message>
        <source>Pictures of the tensor</source>
        <translation>张量图示</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Numbers of the values</source>
        <translation>数值统计</translation>
    </message>
    <message>
        <source>E&amp;rrors</source>
        <translation>误差(&amp;R)</translation>
    </message>
    <message>
        <source>Shows how far decoded values are from the original</source>
        <translation>显示解码值与原始值的差距</translation>
    </message>
    <message>
        <source>&amp;Logarithmic</source>
        <translation>对数(&amp;L)</translation>
    </message>
    <message>
        <source>Counts by their logarithm: rare values are seen too</source>
        <translation>计数取对数：也能看到罕见值</translation>
    </message>
    <message>
        <source>Heat maps</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>Cell that is pointed at</source>
        <translation>所指的单元格</translation>
    </message>
    <message>
        <source>Numbers of the error</source>
        <translation>误差统计</translation>
    </message>
    <message>
        <source>Drag or turn the wheel to zoom; Shift and drag to move.</source>
        <translation>拖动或滚动滚轮可缩放；按住 Shift 拖动可平移。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Numbers of the channels</source>
        <translation>通道统计</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Cannot be quantized as planned: %1</source>
        <translation>无法按计划量化：%1</translation>
    </message>
    <message>
        <source>Kept as it is: nothing is lost.</source>
        <translation>保持原样：没有任何损失。</translation>
    </message>
    <message>
        <source>Numbers are of %1 evenly spaced rows of %2.</source>
        <translation>数据取自 %2 行中均匀分布的 %1 行。</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
</context>
<context>
    <name>aq::InspectorPart</name>
    <message>
        <source>Tensor inspector</source>
        <translation>张量检视器</translation>
    </message>
    <message>
        <source>Tensor &amp;inspector</source>
        <translation>张量检视器(&amp;I)</translation>
    </message>
    <message>
        <source>Shows the values of the selected tensor</source>
        <translation>显示所选张量的数值</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 → %3</source>
        <translation>%1 · %2 → %3</translation>
    </message>
    <message>
        <source>%1 values are not weights: they are copied as they are.</source>
        <translation>%1 数值不是权重：原样复制。</translation>
    </message>
    <message>
        <source>Select a tensor in the table of the plan to see its values.</source>
        <translation>在计划的表格中选择一个张量以查看其数值。</translation>
    </message>
</context>
<context>
    <name>aq::JobAddDialog</name>
    <message>
        <source>Add to the queue</source>
        <translation>加入队列</translation>
    </message>
    <message>
        <source>Add variants</source>
        <translation>添加变体</translation>
    </message>
    <message>
        <source>Add models</source>
        <translation>添加模型</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>加入队列</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Estimated size</source>
        <translation>估计大小</translation>
    </message>
    <message>
        <source>About</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Types to add</source>
        <translation>要添加的类型</translation>
    </message>
    <message>
        <source>Everything else is as in the open plan.</source>
        <translation>其余均与当前计划相同。</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Models to add</source>
        <translation>要添加的模型</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>添加文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Add fol&amp;der…</source>
        <translation>添加文件夹(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Each becomes a job with the open plan; what a model does not have is left out of it.</source>
        <translation>每个模型都将以当前计划成为一个任务；模型中没有的内容会略去。</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>&amp;Try only: measure the error, write nothing</source>
        <translation>仅试算：测量误差，不写入(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Keep the file in ArrowQuant until I export it</source>
        <translation>在 ArrowQuant 中保留文件，直到我导出(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Write into a folder</source>
        <translation>写入文件夹(&amp;W)</translation>
    </message>
    <message>
        <source>Take another name</source>
        <translation>使用其他名称</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Ask me now</source>
        <translation>现在询问</translation>
    </message>
    <message>
        <source>{model}, {recipe}, {target} and {ext} stand for what they are</source>
        <translation>{model}、{recipe}、{target} 和 {ext} 代表相应内容</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>F&amp;older:</source>
        <translation>文件夹(&amp;O):</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N):</translation>
    </message>
    <message>
        <source>For example:</source>
        <translation>例如：</translation>
    </message>
    <message>
        <source>If the file &amp;exists:</source>
        <translation>如果文件已存在(&amp;E):</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Tick at least one type.</source>
        <translation>请至少勾选一种类型。</translation>
    </message>
    <message>
        <source>Add at least one model.</source>
        <translation>请至少添加一个模型。</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>请选择文件夹。</translation>
    </message>
    <message>
        <source>Give the files a name.</source>
        <translation>请为文件命名。</translation>
    </message>
    <message>
        <source>what is missing</source>
        <translation>缺少的内容</translation>
    </message>
    <message>
        <source>example name</source>
        <translation>示例名称</translation>
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
        <source>Stop what runs; with more jobs in the queue, asks how</source>
        <translation>停止正在运行的任务；队列中还有任务时会询问方式</translation>
    </message>
    <message>
        <source>job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>job rate</source>
        <translation>任务速率</translation>
    </message>
</context>
<context>
    <name>aq::JobErrorList</name>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Errors of the job</source>
        <translation>任务的错误</translation>
    </message>
    <message>
        <source>Copy errors</source>
        <translation>复制错误</translation>
    </message>
    <message>
        <source>Nothing went wrong in this job.</source>
        <translation>此任务没有出现问题。</translation>
    </message>
    <message>
        <source>Kept as it is: %1</source>
        <translation>保持原样：%1</translation>
    </message>
    <message>
        <source>advice</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>aq::JobLiveView</name>
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
        <source>No job is selected</source>
        <translation>未选择任务</translation>
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
        <source>job title</source>
        <translation>任务标题</translation>
    </message>
</context>
<context>
    <name>aq::JobLogView</name>
    <message>
        <source>Log of the job</source>
        <translation>任务日志</translation>
    </message>
    <message>
        <source>What a selected job does is told here.</source>
        <translation>此处显示所选任务的活动。</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>搜索日志</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Save log…</source>
        <translation>保存日志…</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>hits in the log</source>
        <translation>日志中的匹配数</translation>
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
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state: outcome</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The recipe of the job cannot be read: %1</source>
        <translation>无法读取任务的配方：%1</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>……以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: its file is not there</source>
        <comment>state</comment>
        <translation>%1：文件不存在</translation>
    </message>
    <message>
        <source>The report cannot be kept: %1</source>
        <translation>无法保存报告：%1</translation>
    </message>
    <message>
        <source>The report cannot be read: %1</source>
        <translation>无法读取报告：%1</translation>
    </message>
    <message>
        <source>Repaired: %1, %2</source>
        <translation>已修复：%1，%2</translation>
    </message>
    <message>
        <source>The file is larger than was asked for</source>
        <translation>文件比要求的大</translation>
    </message>
</context>
<context>
    <name>aq::JobTable</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>The order in which jobs are taken. Alt+Up and Alt+Down move a job, Space pauses or resumes it, Enter shows its report, Delete removes it.</source>
        <translation>任务执行的顺序。Alt+上、Alt+下移动任务，空格暂停或继续，回车显示报告，Delete 移除。</translation>
    </message>
</context>
<context>
    <name>aq::JobsPage</name>
    <message>
        <source>&amp;Continue on errors</source>
        <translation>出错时继续(&amp;C)</translation>
    </message>
    <message>
        <source>All cores (%1)</source>
        <translation>所有核心(%1)</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>A tensor that fails is kept as it is, and listed</source>
        <translation>失败的张量将原样保留并列出</translation>
    </message>
    <message>
        <source>Threads and memory are shared by all jobs that run. A running job takes a change of its threads at its next tensor.</source>
        <translation>线程和内存由所有运行中的任务共享。线程数的更改在任务处理下一个张量时生效。</translation>
    </message>
    <message>
        <source>&amp;Threads:</source>
        <translation>线程(&amp;T):</translation>
    </message>
    <message>
        <source>That all jobs together may use</source>
        <translation>所有任务合计可用的数量</translation>
    </message>
    <message>
        <source>&amp;Memory:</source>
        <translation>内存(&amp;M):</translation>
    </message>
    <message>
        <source>For the pieces of tensors being worked on; tables of contents come on top</source>
        <translation>用于正在处理的张量片段；目录信息另计</translation>
    </message>
    <message>
        <source>&amp;Jobs at once:</source>
        <translation>同时运行任务数(&amp;J):</translation>
    </message>
    <message>
        <source>More wait in the queue</source>
        <translation>其余在队列中等待</translation>
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
    <name>aq::LayoutPart</name>
    <message>
        <source>Go to &amp;message</source>
        <translation>转到消息(&amp;M)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>Reopen the last model at the &amp;start</source>
        <translation>启动时重新打开上次的模型(&amp;S)</translation>
    </message>
</context>
<context>
    <name>aq::LogModel</name>
    <message>
        <source>Debug</source>
        <translation>调试</translation>
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
        <translation>时间</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>aq::LogPart</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>保存日志</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>The log was saved.</source>
        <translation>日志已保存。</translation>
    </message>
</context>
<context>
    <name>aq::LogView</name>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Information and above</source>
        <translation>信息及以上</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>仅错误</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>搜索日志</translation>
    </message>
    <message>
        <source>Keep the newest line in sight</source>
        <translation>保持最新一行可见</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are shown</source>
        <translation>复制所选行或所有显示的行</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save all lines that are shown</source>
        <translation>保存所有显示的行</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Empty this list; the log file stays as it is</source>
        <translation>清空此列表；日志文件保持不变</translation>
    </message>
    <message>
        <source>log is empty</source>
        <translation>日志为空</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>No line matches the level and the search.</source>
        <translation>没有符合级别和搜索的行。</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>尚无任何事件。</translation>
    </message>
    <message>
        <source>Level:</source>
        <translation>级别：</translation>
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
        <source>Keep running</source>
        <translation>继续运行</translation>
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
        <source>This can go on as soon as the export has ended.</source>
        <translation>导出结束后即可继续。</translation>
    </message>
    <message>
        <source>Wait for the export</source>
        <translation>等待导出</translation>
    </message>
    <message>
        <source>The file is gone: its job was removed or run again</source>
        <translation>文件已不存在：其任务已被移除或重新运行</translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation>任务正在运行</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs are running.</source>
        <translation>
            <numerusform>%n 个任务正在运行。</numerusform>
        </translation>
    </message>
    <message>
        <source>What is paused goes on where it was after the next start; trials begin anew.</source>
        <translation>暂停的任务在下次启动后从原处继续；试算则重新开始。</translation>
    </message>
    <message>
        <source>Another window has the queue: what does not run to its end now is lost.</source>
        <translation>队列由另一个窗口使用：现在未运行完的内容将丢失。</translation>
    </message>
    <message>
        <source>The window goes out of the way</source>
        <translation>窗口将隐藏</translation>
    </message>
    <message>
        <source>Pause and resume later</source>
        <translation>暂停，稍后继续</translation>
    </message>
    <message>
        <source>Cancel the jobs</source>
        <translation>取消任务</translation>
    </message>
    <message>
        <source>Results are not exported</source>
        <translation>结果尚未导出</translation>
    </message>
    <message numerus="yes">
        <source>%n finished files have not been exported.</source>
        <translation>
            <numerusform>%n 个已完成的文件尚未导出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep for later</source>
        <translation>保留待用</translation>
    </message>
    <message>
        <source>They are in the queue at the next start</source>
        <translation>下次启动时它们仍在队列中</translation>
    </message>
    <message>
        <source>Another window has the queue</source>
        <translation>队列由另一个窗口使用</translation>
    </message>
    <message>
        <source>A finished file is being exported.</source>
        <translation>正在导出已完成的文件。</translation>
    </message>
    <message>
        <source>Show ArrowQuant</source>
        <translation>显示 ArrowQuant</translation>
    </message>
    <message>
        <source>ArrowQuant works in the background</source>
        <translation>ArrowQuant 正在后台运行</translation>
    </message>
    <message>
        <source>%1 has changed since it was opened.</source>
        <translation>%1 在打开之后已更改。</translation>
    </message>
    <message>
        <source>Nothing was written. Open the model again; the plan&apos;s settings stay.</source>
        <translation>未写入任何内容。请重新打开模型；计划的设置会保留。</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>%1 – ArrowQuant</source>
        <comment>model</comment>
        <translation>%1 – ArrowQuant</translation>
    </message>
    <message>
        <source>%1 % – %2</source>
        <comment>progress of the jobs, title of the window</comment>
        <translation>%1% – %2</translation>
    </message>
    <message>
        <source>Jobs are not finished</source>
        <translation>任务未完成</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs are not finished.</source>
        <translation>
            <numerusform>%n 个任务未完成。</numerusform>
        </translation>
    </message>
    <message>
        <source>The file is being repaired</source>
        <translation>正在修复文件</translation>
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
    <name>aq::NotificationPart</name>
    <message>
        <source>%1 failed</source>
        <translation>%1 失败</translation>
    </message>
    <message>
        <source>%1 is finished</source>
        <translation>%1 已完成</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) finished</source>
        <translation>
            <numerusform>%n 个任务完成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) failed</source>
        <translation>
            <numerusform>%n 个任务失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) finished.</source>
        <translation>
            <numerusform>%n 个任务完成。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>显示报告</translation>
    </message>
    <message>
        <source>Show queue</source>
        <translation>显示队列</translation>
    </message>
</context>
<context>
    <name>aq::NumberList</name>
    <message>
        <source>Original</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>解码后</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2, decoded %3</source>
        <translation>%1：%2，解码后 %3</translation>
    </message>
</context>
<context>
    <name>aq::OpenPage</name>
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
        <source>model of the figures</source>
        <translation>数据所属模型</translation>
    </message>
    <message>
        <source>default preset</source>
        <translation>默认预设</translation>
    </message>
    <message>
        <source>&amp;Try the sample</source>
        <translation>试用示例(&amp;T)</translation>
    </message>
    <message>
        <source>what can be opened</source>
        <translation>可打开的内容</translation>
    </message>
    <message>
        <source>New models open with</source>
        <translation>新模型打开时使用</translation>
    </message>
    <message>
        <source>Making the sample…</source>
        <translation>正在生成示例…</translation>
    </message>
    <message>
        <source>A small model with the layers of Stable Diffusion 1.5, made here</source>
        <translation>在本机生成的小模型，具有 Stable Diffusion 1.5 的各层</translation>
    </message>
    <message>
        <source>The preset “%1”</source>
        <translation>预设“%1”</translation>
    </message>
    <message>
        <source>Size and error: of %1</source>
        <translation>大小与误差：%1</translation>
    </message>
    <message>
        <source>Open f&amp;ile…</source>
        <translation>打开文件(&amp;I)…</translation>
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
    <message>
        <source>Lock %1</source>
        <translation>锁定 %1</translation>
    </message>
    <message numerus="yes">
        <source>Lock %Ln tensors</source>
        <translation>
            <numerusform>锁定 %Ln 个张量</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings and findings</source>
        <translation>设置与检查结果</translation>
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
    <message>
        <source>This table says no shapes: every tensor counts as one row, and none is kept for being one-dimensional.</source>
        <translation>此表没有给出形状：每个张量都视为一行，不会因为是一维而被保留。</translation>
    </message>
</context>
<context>
    <name>aq::PowerPart</name>
    <message>
        <source>Whether the computer is kept awake</source>
        <translation>是否保持电脑唤醒</translation>
    </message>
    <message>
        <source>Models are being quantized</source>
        <translation>正在量化模型</translation>
    </message>
    <message>
        <source>Kept awake</source>
        <translation>保持唤醒</translation>
    </message>
    <message>
        <source>The computer does not fall asleep by itself while jobs run.</source>
        <translation>任务运行期间电脑不会自动休眠。</translation>
    </message>
    <message>
        <source>May fall asleep</source>
        <translation>可能休眠</translation>
    </message>
    <message>
        <source>This desktop offers no way to keep the computer awake. If it falls asleep, the jobs go on when it wakes up.</source>
        <translation>此桌面无法保持电脑唤醒。如果休眠，任务会在唤醒后继续。</translation>
    </message>
    <message>
        <source>The battery is at %1 %.</source>
        <translation>电池电量为 %1%。</translation>
    </message>
    <message>
        <source>Jobs that are paused now can go on later where they were.</source>
        <translation>现在暂停的任务稍后可从原处继续。</translation>
    </message>
    <message>
        <source>Pause all jobs</source>
        <translation>暂停所有任务</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>继续运行</translation>
    </message>
</context>
<context>
    <name>aq::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Shows the values as they are at first; nothing is taken before OK</source>
        <translation>显示初始值；按“确定”后才会生效</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>page: problem</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Takes the changes and stays open</source>
        <translation>应用更改并保持打开</translation>
    </message>
</context>
<context>
    <name>aq::PreferencesPart</name>
    <message>
        <source>A full path is needed</source>
        <translation>需要完整路径</translation>
    </message>
    <message>
        <source>%1 is not a folder</source>
        <translation>%1 不是文件夹</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 不可写</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>首选项(&amp;E)…</translation>
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
        <source>The file name needs {model}: files of two models would have one name</source>
        <translation>文件名需要 {model}：否则两个模型的文件会重名</translation>
    </message>
    <message>
        <source>The file name must not hold folders</source>
        <translation>文件名不能包含文件夹</translation>
    </message>
</context>
<context>
    <name>aq::PresetBar</name>
    <message>
        <source>&amp;Preset:</source>
        <translation>预设(&amp;P):</translation>
    </message>
    <message>
        <source>Save, manage and share presets</source>
        <translation>保存、管理和分享预设</translation>
    </message>
    <message>
        <source>Preset actions</source>
        <translation>预设操作</translation>
    </message>
    <message>
        <source>New models open with it</source>
        <translation>新模型打开时使用它</translation>
    </message>
    <message>
        <source>%1
New models open with it</source>
        <translation>%1
新模型打开时使用它</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The plan comes from no preset of the list</source>
        <translation>该计划不来自列表中的任何预设</translation>
    </message>
    <message>
        <source>Values of the preset were changed; choose it again to go back to them</source>
        <translation>预设的值已更改；再次选择可恢复</translation>
    </message>
    <message>
        <source>Values that are set together; choosing is one step</source>
        <translation>一组同时设置的值；选择即为一步</translation>
    </message>
</context>
<context>
    <name>aq::PresetDialog</name>
    <message>
        <source>preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>about the preset</source>
        <translation>关于预设</translation>
    </message>
    <message>
        <source>left alone</source>
        <translation>不更改</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Filter presets</source>
        <translation>筛选预设</translation>
    </message>
    <message>
        <source>What the preset sets</source>
        <translation>预设所设置的内容</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>To</source>
        <translation>设为</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>使用(&amp;U)</translation>
    </message>
    <message>
        <source>Set as &amp;default</source>
        <translation>设为默认(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Save plan as…</source>
        <translation>将计划存为(&amp;S)…</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>删除(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Export &amp;all of mine…</source>
        <translation>导出我的全部预设(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Restore built-in</source>
        <translation>恢复内置预设(&amp;R)</translation>
    </message>
    <message>
        <source>New models open with it</source>
        <translation>新模型打开时使用它</translation>
    </message>
    <message>
        <source>No preset chosen</source>
        <translation>未选择预设</translation>
    </message>
    <message>
        <source>Choose one to see what it sets.</source>
        <translation>选择一个预设以查看其设置。</translation>
    </message>
    <message>
        <source>Choose a preset first</source>
        <translation>请先选择预设</translation>
    </message>
    <message>
        <source>Built-in presets stay as they are; duplicate it</source>
        <translation>内置预设不可更改；请复制一份</translation>
    </message>
    <message>
        <source>Takes its values, as one step</source>
        <translation>采用其值，计为一步</translation>
    </message>
    <message>
        <source>Open a model first</source>
        <translation>请先打开模型</translation>
    </message>
    <message>
        <source>Makes a preset of the plan as it is</source>
        <translation>将当前计划存为预设</translation>
    </message>
    <message>
        <source>Gives it another name</source>
        <translation>更改名称</translation>
    </message>
    <message>
        <source>Makes a preset of yours of it</source>
        <translation>以此建立您自己的预设</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Removes its file; this can be undone</source>
        <translation>移除其文件；可以撤销</translation>
    </message>
    <message>
        <source>Takes it off the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>New models open with it already</source>
        <translation>新模型已使用它打开</translation>
    </message>
    <message>
        <source>Of a file with presets, a saved plan, or a recipe</source>
        <translation>来自预设文件、已保存的计划或配方</translation>
    </message>
    <message>
        <source>Writes it to a file, for another computer</source>
        <translation>写入文件，供其他电脑使用</translation>
    </message>
    <message>
        <source>Writes all presets of yours to one file</source>
        <translation>将您的所有预设写入一个文件</translation>
    </message>
    <message>
        <source>There is no preset of yours yet</source>
        <translation>您还没有自己的预设</translation>
    </message>
    <message>
        <source>Lists all built-in presets again, with “Local” as the default</source>
        <translation>重新列出所有内置预设，并以“Local”为默认</translation>
    </message>
    <message>
        <source>All built-in presets are listed, and the default is the usual one</source>
        <translation>所有内置预设均已列出，默认预设也是初始的</translation>
    </message>
    <message>
        <source>Dupli&amp;cate</source>
        <translation>复制一份(&amp;C)</translation>
    </message>
</context>
<context>
    <name>aq::PresetSaveDialog</name>
    <message>
        <source>The &amp;target, %1</source>
        <translation>目标(&amp;T):%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tensor(s) chosen &amp;one by one</source>
        <translation>
            <numerusform>逐个选定的 %Ln 个张量(&amp;O)</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>存为预设</translation>
    </message>
    <message>
        <source>What it is good for</source>
        <translation>用途说明</translation>
    </message>
    <message>
        <source>Without it the preset works for any target</source>
        <translation>不含目标时，预设适用于任何目标</translation>
    </message>
    <message>
        <source>No tensor was chosen by itself</source>
        <translation>没有单独选定的张量</translation>
    </message>
    <message>
        <source>They fit models with the very same tensor names only</source>
        <translation>仅适用于张量名称完全相同的模型</translation>
    </message>
    <message>
        <source>about the name</source>
        <translation>关于名称</translation>
    </message>
    <message>
        <source>Also holds:</source>
        <translation>还包含：</translation>
    </message>
    <message>
        <source>The architecture and the importance file of this model stay out.</source>
        <translation>不包含此模型的架构和重要性文件。</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N):</translation>
    </message>
    <message>
        <source>&amp;Description:</source>
        <translation>说明(&amp;D):</translation>
    </message>
    <message>
        <source>A preset needs a name.</source>
        <translation>预设需要名称。</translation>
    </message>
    <message>
        <source>The preset of this name will be replaced.</source>
        <translation>同名预设将被替换。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>aq::PresetsPart</name>
    <message>
        <source>My preset</source>
        <translation>我的预设</translation>
    </message>
    <message>
        <source>My %1</source>
        <comment>a preset&apos;s name</comment>
        <translation>我的 %1</translation>
    </message>
    <message>
        <source>The preset “%1” is no longer listed.</source>
        <translation>预设“%1”不再列出。</translation>
    </message>
    <message>
        <source>The preset “%1” was deleted.</source>
        <translation>预设“%1”已删除。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Import presets</source>
        <translation>导入预设</translation>
    </message>
    <message>
        <source>Presets, plans and recipes (*.json);;All files (*)</source>
        <translation>预设、计划和配方 (*.json);；所有文件 (*)</translation>
    </message>
    <message>
        <source>presets</source>
        <comment>file name</comment>
        <translation>预设</translation>
    </message>
    <message>
        <source>Export presets</source>
        <translation>导出预设</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>预设 (*.json)</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>选择(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save preset</source>
        <translation>保存预设(&amp;S)</translation>
    </message>
    <message>
        <source>Save as &amp;preset…</source>
        <translation>存为预设(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Revert to preset</source>
        <translation>恢复为预设(&amp;R)</translation>
    </message>
    <message>
        <source>Use for &amp;new models</source>
        <translation>用于新模型(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Manage presets…</source>
        <translation>管理预设(&amp;M)…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln preset file(s) cannot be read and are left as they are.</source>
        <translation>
            <numerusform>%Ln 个预设文件无法读取，保持不变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln preset(s) were imported.</source>
        <translation>
            <numerusform>已导入 %Ln 个预设。</numerusform>
        </translation>
    </message>
    <message>
        <source>The presets were exported.</source>
        <translation>预设已导出。</translation>
    </message>
    <message>
        <source>Choose preset %1</source>
        <translation>选择预设 %1</translation>
    </message>
    <message>
        <source>Its values were not changed</source>
        <translation>其值未更改</translation>
    </message>
    <message>
        <source>Built-in presets stay as they are; save it under another name</source>
        <translation>内置预设不可更改；请另存为其他名称</translation>
    </message>
    <message>
        <source>The plan comes from no preset</source>
        <translation>该计划不来自任何预设</translation>
    </message>
    <message>
        <source>Open a model first</source>
        <translation>请先打开模型</translation>
    </message>
    <message>
        <source>Takes its values again, as one step</source>
        <translation>重新采用其值，计为一步</translation>
    </message>
    <message>
        <source>New models open with it already</source>
        <translation>新模型已使用它打开</translation>
    </message>
    <message>
        <source>New models open with the preset of this plan</source>
        <translation>新模型打开时使用此计划的预设</translation>
    </message>
    <message>
        <source>Prese&amp;ts</source>
        <translation>预设(&amp;T)</translation>
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
        <translation>误差 %1</translation>
    </message>
    <message>
        <source>expected error on this model: %1</source>
        <translation>此模型的预期误差：%1</translation>
    </message>
</context>
<context>
    <name>aq::QualityPage</name>
    <message>
        <source>Also require the &amp;floors per width</source>
        <translation>同时要求达到各位宽的下限(&amp;F)</translation>
    </message>
    <message>
        <source>As the plan says</source>
        <translation>按计划</translation>
    </message>
    <message>
        <source>Always this value</source>
        <translation>始终用此值</translation>
    </message>
    <message>
        <source>What a width should reach at least; most profiles&apos; own minimum accepts badly broken weights</source>
        <translation>各位宽至少应达到的水平；多数档位自身的最小值会接受严重受损的权重</translation>
    </message>
    <message>
        <source>A tensor that is less like its source than this fails in the report. On the report page the thresholds of one report can be changed.</source>
        <translation>与源张量相似度低于此值的张量在报告中为未通过。可在报告页面更改单个报告的限值。</translation>
    </message>
    <message>
        <source>&amp;Minimum cosine:</source>
        <translation>最小余弦(&amp;M):</translation>
    </message>
    <message>
        <source>Of a tensor that passes</source>
        <translation>通过的张量应达到</translation>
    </message>
    <message>
        <source>&amp;Value:</source>
        <translation>数值(&amp;V):</translation>
    </message>
    <message>
        <source>Used in place of the plan&apos;s own</source>
        <translation>代替计划自身的值</translation>
    </message>
</context>
<context>
    <name>aq::QueuePage</name>
    <message>
        <source>Add variants…</source>
        <translation>添加变体…</translation>
    </message>
    <message>
        <source>Add several types of the open model at once</source>
        <translation>一次添加当前模型的多种类型</translation>
    </message>
    <message>
        <source>Add models…</source>
        <translation>添加模型…</translation>
    </message>
    <message>
        <source>Add several models with the open plan</source>
        <translation>以当前计划添加多个模型</translation>
    </message>
    <message>
        <source>Progress of the queue</source>
        <translation>队列进度</translation>
    </message>
    <message>
        <source>Finish and stop</source>
        <translation>完成后停止</translation>
    </message>
    <message>
        <source>Jobs that run are finished; no other is taken until you say so</source>
        <translation>运行中的任务会完成；在您允许之前不再执行其他任务</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>清除已完成</translation>
    </message>
    <message>
        <source>Takes jobs that ended off the list; files that were not exported stay</source>
        <translation>从列表中移除已结束的任务；未导出的文件会保留</translation>
    </message>
    <message>
        <source>No jobs yet</source>
        <translation>尚无任务</translation>
    </message>
    <message>
        <source>Quantize or try a plan, and watch it here. Several models and several types of one model can wait in line; what is not finished goes on after a restart.</source>
        <translation>量化或试算计划后可在此查看。多个模型以及同一模型的多种类型可以排队；未完成的任务在重启后继续。</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>打开模型…</translation>
    </message>
    <message>
        <source>Add variants of the open model…</source>
        <translation>添加当前模型的变体…</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>实时(&amp;L)</translation>
    </message>
    <message>
        <source>L&amp;og</source>
        <translation>日志(&amp;O)</translation>
    </message>
    <message>
        <source>E&amp;rrors</source>
        <translation>错误(&amp;R)</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n jobs ended</source>
        <translation>
            <numerusform>%n 个任务中已结束 %1 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n 个运行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n 个已暂缓</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 个等待</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n 个已暂停</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>全部继续</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>全部暂停</translation>
    </message>
    <message>
        <source>Every paused job goes on where it was</source>
        <translation>所有暂停的任务从原处继续</translation>
    </message>
    <message>
        <source>Every job stops for now; what is done stays done</source>
        <translation>所有任务暂时停止；已完成的部分会保留</translation>
    </message>
    <message>
        <source>E&amp;rrors (%1)</source>
        <translation>错误(&amp;R)(%1)</translation>
    </message>
    <message>
        <source>The jobs in the order they are taken; drag them to change it. One that is paused or interrupted goes on where it was. A job that fails stops no other.</source>
        <translation>任务按执行顺序排列，可拖动调整。暂停或中断的任务会从原处继续。某个任务失败不影响其他任务。</translation>
    </message>
    <message>
        <source>queue status</source>
        <translation>队列状态</translation>
    </message>
    <message>
        <source>Details of the job</source>
        <translation>任务详情</translation>
    </message>
</context>
<context>
    <name>aq::QueuePart</name>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>The jobs</source>
        <translation>各项任务</translation>
    </message>
    <message>
        <source>&amp;Pause all jobs</source>
        <translation>暂停所有任务(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Resume all jobs</source>
        <translation>继续所有任务(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Finish the running jobs and stop</source>
        <translation>完成运行中的任务后停止(&amp;F)</translation>
    </message>
    <message>
        <source>No further job is taken until you say so</source>
        <translation>在您允许之前不再执行其他任务</translation>
    </message>
    <message>
        <source>C&amp;lear finished jobs</source>
        <translation>清除已完成的任务(&amp;L)</translation>
    </message>
    <message>
        <source>The disk is nearly full: the queue was paused.</source>
        <translation>磁盘空间即将用尽：队列已暂停。</translation>
    </message>
    <message>
        <source>%1 are still to be written, %2 are free. Make room, then resume.</source>
        <translation>还需写入 %1，可用 %2。请腾出空间后继续。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Another window of ArrowQuant has the queue.</source>
        <translation>队列由另一个 ArrowQuant 窗口使用。</translation>
    </message>
    <message>
        <source>The jobs of this window are forgotten when it is closed.</source>
        <translation>关闭此窗口后，其任务将不再保留。</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs were not finished.</source>
        <translation>
            <numerusform>%n 个任务未完成。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show queue</source>
        <translation>显示队列</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove jobs</source>
        <translation>移除任务</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n jobs that run, or whose file was not exported?</source>
        <translation>
            <numerusform>移除 %n 个正在运行或文件未导出的任务？</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop the queue</source>
        <translation>停止队列</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs run.</source>
        <translation>
            <numerusform>%n 个任务正在运行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Jobs that wait: %1. What is stopped can go on later; what is cancelled begins anew.</source>
        <translation>等待的任务：%1。停止的任务稍后可继续；取消的任务需从头开始。</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>立即停止</translation>
    </message>
    <message>
        <source>Finish the current and stop</source>
        <translation>完成当前任务后停止</translation>
    </message>
    <message>
        <source>Cancel the current and go on</source>
        <translation>取消当前任务并继续</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Save the log of the job</source>
        <translation>保存任务日志</translation>
    </message>
    <message>
        <source>Text (*.txt *.log);;All files (*)</source>
        <translation>文本 (*.txt *.log);；所有文件 (*)</translation>
    </message>
    <message>
        <source>The log was saved.</source>
        <translation>日志已保存。</translation>
    </message>
</context>
<context>
    <name>aq::RangeChart</name>
    <message>
        <source>Least to greatest value</source>
        <translation>最小值到最大值</translation>
    </message>
    <message>
        <source>Has outliers</source>
        <translation>含离群值</translation>
    </message>
    <message>
        <source>Error (RMS)</source>
        <translation>误差（均方根）</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <translation>%1：%2 到 %3</translation>
    </message>
    <message>
        <source>%1, error %2</source>
        <translation>%1，误差 %2</translation>
    </message>
    <message>
        <source>%1, %2 outliers</source>
        <translation>%1，%2 个离群值</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>没有可显示的内容</translation>
    </message>
    <message>
        <source>Ranges of %1 channels; the widest is %2, from %3 to %4; with outliers: %5</source>
        <translation>%1 个通道的范围；最宽的是 %2，从 %3 到 %4；含离群值：%5</translation>
    </message>
    <message>
        <source>Channel %1</source>
        <translation>通道 %1</translation>
    </message>
    <message>
        <source>Channels %1 to %2</source>
        <translation>通道 %1 到 %2</translation>
    </message>
</context>
<context>
    <name>aq::RecentsList</name>
    <message>
        <source>Today, %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Not quantized yet</source>
        <translation>尚未量化</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Locate…</source>
        <translation>定位(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Pin to the top</source>
        <translation>固定到顶部(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Remove from list</source>
        <translation>从列表中移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy path</source>
        <translation>复制路径(&amp;C)</translation>
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
        <source>Architecture</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>上次结果</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>打开时间</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Un&amp;pin</source>
        <translation>取消固定(&amp;P)</translation>
    </message>
</context>
<context>
    <name>aq::RepairPart</name>
    <message numerus="yes">
        <source>%1: %Ln tensor(s) missed a limit.</source>
        <translation>
            <numerusform>%1：%Ln 个张量未达限值。</numerusform>
        </translation>
    </message>
    <message>
        <source>They can get more bits; the file is written again.</source>
        <translation>它们可以获得更多位；文件将重新写入。</translation>
    </message>
    <message>
        <source>Raise and write again</source>
        <translation>提高并重新写入</translation>
    </message>
    <message>
        <source>Raising tensors of %1…</source>
        <translation>正在提高 %1 的张量…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Repair a file</source>
        <translation>修复文件</translation>
    </message>
    <message>
        <source>Nothing could be raised; the file is as it was.</source>
        <translation>没有可提高的；文件保持原样。</translation>
    </message>
    <message>
        <source>Every tensor reaches its limits now. The file has %1.</source>
        <translation>每个张量现已达到限值。文件为 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tensor(s) still miss a limit. The file has %1.</source>
        <translation>
            <numerusform>仍有 %Ln 个张量未达限值。文件为 %1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::ReportFilterBar</name>
    <message>
        <source>All (%1)</source>
        <translation>全部(%1)</translation>
    </message>
    <message>
        <source>Missed a limit (%1)</source>
        <translation>未达到限值(%1)</translation>
    </message>
    <message>
        <source>Quantized (%1)</source>
        <translation>已量化(%1)</translation>
    </message>
    <message>
        <source>Kept (%1)</source>
        <translation>保留(%1)</translation>
    </message>
    <message>
        <source>Search names, schemes, messages</source>
        <translation>搜索名称、方案、消息</translation>
    </message>
    <message>
        <source>Search the report</source>
        <translation>搜索报告</translation>
    </message>
    <message>
        <source>Tensors that are listed</source>
        <translation>列出的张量</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>aq::ReportLimits</name>
    <message>
        <source>Also the floors of each bit width</source>
        <translation>同时检查各位宽的下限</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Minimum cosine</source>
        <translation>最小余弦</translation>
    </message>
    <message>
        <source>Each quantized tensor must reach this cosine similarity</source>
        <translation>每个量化张量都必须达到此余弦相似度</translation>
    </message>
    <message>
        <source>Stricter limits that a sound quantization of this width reaches</source>
        <translation>该位宽的良好量化应达到的更严格限值</translation>
    </message>
    <message>
        <source>Reset the limits</source>
        <translation>重置限值</translation>
    </message>
    <message>
        <source>&amp;Minimum cosine:</source>
        <translation>最小余弦(&amp;M):</translation>
    </message>
    <message>
        <source>These are the limits of the profile</source>
        <translation>这些是档位的限值</translation>
    </message>
    <message>
        <source>Back to the profile: minimum cosine %1, and the floors</source>
        <translation>恢复为档位：最小余弦 %1 及各下限</translation>
    </message>
</context>
<context>
    <name>aq::ReportPage</name>
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
        <source>outside of blocks</source>
        <translation>块之外</translation>
    </message>
    <message numerus="yes">
        <source>floor of %n bit(s)</source>
        <translation>
            <numerusform>%n 位的下限</numerusform>
        </translation>
    </message>
    <message>
        <source>Quantize a model or try a plan: its report appears here, with the error of every tensor, against limits that you can change.

Two files that other programs made can be compared too.</source>
        <translation>量化模型或试算计划后，报告会显示在此处，包括每个张量的误差，以及可更改的限值。

也可以比较其他程序生成的两个文件。</translation>
    </message>
    <message>
        <source>Error per tensor</source>
        <translation>各张量的误差</translation>
    </message>
    <message>
        <source>Error per block</source>
        <translation>各块的误差</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>块</translation>
    </message>
    <message>
        <source>Block no.</source>
        <translation>块序号</translation>
    </message>
    <message>
        <source>A click selects the tensor, a double click shows it</source>
        <translation>单击选择张量，双击显示</translation>
    </message>
    <message>
        <source>As a web page, PDF, JSON or CSV</source>
        <translation>存为网页、PDF、JSON 或 CSV</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Print the report</source>
        <translation>打印报告</translation>
    </message>
    <message>
        <source>Validate t&amp;wo files…</source>
        <translation>验证两个文件(&amp;W)…</translation>
    </message>
</context>
<context>
    <name>aq::ReportPart</name>
    <message>
        <source>Print previe&amp;w…</source>
        <translation>打印预览(&amp;W)…</translation>
    </message>
    <message>
        <source>Compares a quantized file with its original; writes nothing</source>
        <translation>将量化文件与原文件比较；不写入任何内容</translation>
    </message>
    <message>
        <source>There is no report yet</source>
        <translation>尚无报告</translation>
    </message>
    <message>
        <source>This report is of %1, which is not open.</source>
        <translation>此报告属于 %1，该模型未打开。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
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
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
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
        <source>The report could not be printed.</source>
        <translation>无法打印报告。</translation>
    </message>
    <message>
        <source>The command line was copied.</source>
        <translation>命令行已复制。</translation>
    </message>
    <message>
        <source>Choose the original</source>
        <translation>选择原文件</translation>
    </message>
    <message>
        <source>Choose the quantized file</source>
        <translation>选择量化文件</translation>
    </message>
    <message>
        <source>Comparing %1 with its original…</source>
        <translation>正在将 %1 与原文件比较…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Validate two files</source>
        <translation>验证两个文件</translation>
    </message>
    <message>
        <source>This file is where it was found</source>
        <translation>此文件位于原位置</translation>
    </message>
    <message>
        <source>Pri&amp;nt report…</source>
        <translation>打印报告(&amp;N)…</translation>
    </message>
    <message>
        <source>Validate t&amp;wo files…</source>
        <translation>验证两个文件(&amp;W)…</translation>
    </message>
</context>
<context>
    <name>aq::ReportTableView</name>
    <message>
        <source>Tensor report</source>
        <translation>张量报告</translation>
    </message>
    <message>
        <source>&amp;Show in the plan</source>
        <translation>在计划中显示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Inspect</source>
        <translation>检视(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>复制行(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;name</source>
        <translation>复制名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>重置列(&amp;R)</translation>
    </message>
</context>
<context>
    <name>aq::ReportTotals</name>
    <message>
        <source>%1 (%2)</source>
        <comment>size (change)</comment>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>%1:</source>
        <comment>caption of a value</comment>
        <translation>%1:</translation>
    </message>
    <message>
        <source>none, this was a trial</source>
        <translation>无，这是试算</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>已写入</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>压缩</translation>
    </message>
    <message>
        <source>Bits per weight</source>
        <translation>每权重位数</translation>
    </message>
    <message>
        <source>Cosine, weighted</source>
        <translation>加权余弦</translation>
    </message>
    <message>
        <source>Relative RMSE</source>
        <translation>相对 RMSE</translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>size before</source>
        <translation>之前大小</translation>
    </message>
    <message>
        <source>size after</source>
        <translation>之后大小</translation>
    </message>
    <message>
        <source>compression ratio</source>
        <translation>压缩比</translation>
    </message>
    <message>
        <source>bits per weight</source>
        <translation>每权重位数</translation>
    </message>
    <message>
        <source>weighted cosine</source>
        <translation>加权余弦</translation>
    </message>
    <message>
        <source>relative RMSE</source>
        <translation>相对 RMSE</translation>
    </message>
    <message>
        <source>job time</source>
        <translation>任务用时</translation>
    </message>
    <message>
        <source>validated file</source>
        <translation>已验证的文件</translation>
    </message>
</context>
<context>
    <name>aq::ResumeCard</name>
    <message>
        <source>Unfinished jobs</source>
        <translation>未完成的任务</translation>
    </message>
    <message>
        <source>unfinished jobs</source>
        <translation>未完成的任务</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <source>Goes on where they were: tensors that are done are not done again</source>
        <translation>从原处继续：已完成的张量不会重做</translation>
    </message>
    <message>
        <source>Show &amp;queue</source>
        <translation>显示队列(&amp;Q)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) are not finished</source>
        <translation>
            <numerusform>%Ln 个任务未完成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>以及另外 %Ln 个</numerusform>
        </translation>
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
    <name>aq::Session</name>
    <message>
        <source>Load plan %1</source>
        <translation>加载计划 %1</translation>
    </message>
</context>
<context>
    <name>aq::ShortcutEditor</name>
    <message>
        <source>&amp;Assign</source>
        <translation>指定(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>无快捷键(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation>全部重置(&amp;L)</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>搜索命令和按键</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>New &amp;key:</source>
        <translation>新按键(&amp;K):</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>Click here and press the keys</source>
        <translation>单击此处并按下按键</translation>
    </message>
    <message>
        <source>The command stays in its menu, without a key</source>
        <translation>命令保留在菜单中，没有快捷键</translation>
    </message>
    <message>
        <source>Give the chosen command its standard key back</source>
        <translation>恢复所选命令的标准快捷键</translation>
    </message>
    <message>
        <source>Whether the key is in use</source>
        <translation>按键是否已被占用</translation>
    </message>
    <message>
        <source>Choose a command.</source>
        <translation>请选择一个命令。</translation>
    </message>
    <message>
        <source>&amp;Take it</source>
        <translation>占用(&amp;T)</translation>
    </message>
    <message>
        <source>%1 is the key of “%2”, which would have none then.</source>
        <translation>%1 是“%2”的快捷键，占用后该命令将没有快捷键。</translation>
    </message>
    <message>
        <source>%1 is the key of “%2” and cannot be taken from it.</source>
        <translation>%1 是“%2”的快捷键，无法占用。</translation>
    </message>
</context>
<context>
    <name>aq::ShortcutModel</name>
    <message>
        <source>%1 (changed)</source>
        <translation>%1（已更改）</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
</context>
<context>
    <name>aq::ShortcutsPart</name>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>键盘快捷键(&amp;K)…</translation>
    </message>
    <message>
        <source>The page in front handles this key itself; it cannot be changed.</source>
        <translation>当前页面自行处理此按键，无法更改。</translation>
    </message>
    <message>
        <source>A key of a page</source>
        <translation>页面的按键</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
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
    <message>
        <source>None of them is measured yet: only sizes are known.</source>
        <translation>均尚未测量：目前仅知道大小。</translation>
    </message>
</context>
<context>
    <name>aq::StartPart</name>
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
        <source>&amp;Clear list</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
    <message>
        <source>Pinned models stay</source>
        <translation>固定的模型会保留</translation>
    </message>
    <message>
        <source>Where is %1 now?</source>
        <translation>%1 现在在哪里？</translation>
    </message>
</context>
<context>
    <name>aq::TensorBrowser</name>
    <message>
        <source>Set &amp;type</source>
        <translation>设置类型(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Keep source</source>
        <translation>保留源类型(&amp;K)</translation>
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
        <source>Adds a rule that matches the names of the selected tensors</source>
        <translation>添加匹配所选张量名称的规则</translation>
    </message>
    <message>
        <source>Select tensors first</source>
        <translation>请先选择张量</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <source>Keeps what is planned for the selected tensors now, whatever profile, rules and defaults say later</source>
        <translation>保持所选张量当前的计划，不受之后的档位、规则和默认值影响</translation>
    </message>
    <message>
        <source>Unlocks the selected tensors and removes what was chosen for them</source>
        <translation>解锁所选张量并移除对它们的选择</translation>
    </message>
    <message>
        <source>Which columns are shown</source>
        <translation>显示哪些列</translation>
    </message>
    <message>
        <source>Group by block</source>
        <translation>按块分组</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>aq::TensorTableModel</name>
    <message>
        <source>%1, locked</source>
        <translation>%1，已锁定</translation>
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
    <message>
        <source>&amp;Inspect</source>
        <translation>检视(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Reset and unlock</source>
        <translation>重置并解锁(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Lock as planned</source>
        <translation>按计划锁定(&amp;L)</translation>
    </message>
</context>
<context>
    <name>aq::TrialDelegate</name>
    <message>
        <source>Baseline · %1</source>
        <translation>基准 · %1</translation>
    </message>
</context>
<context>
    <name>aq::TrialPictures</name>
    <message>
        <source>there is no plan to look at</source>
        <translation>没有可查看的计划</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>正在查看…</translation>
    </message>
</context>
<context>
    <name>aq::Trials</name>
    <message numerus="yes">
        <source>%1 + %n of your own</source>
        <comment>recipe with own rules</comment>
        <translation>
            <numerusform>%1 + %n 条自定义</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · groups of %2</source>
        <translation>%1 · 每组 %2</translation>
    </message>
    <message>
        <source>%1 · per tensor</source>
        <translation>%1 · 每张量</translation>
    </message>
</context>
<context>
    <name>aq::ValidateDialog</name>
    <message>
        <source>Validate two files</source>
        <translation>验证两个文件</translation>
    </message>
    <message>
        <source>Every tensor of the quantized file is decoded and compared with the original. Nothing is written.</source>
        <translation>解码量化文件的每个张量并与原文件比较。不写入任何内容。</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>&amp;Original:</source>
        <translation>原文件(&amp;O):</translation>
    </message>
    <message>
        <source>Browse for the original</source>
        <translation>浏览原文件</translation>
    </message>
    <message>
        <source>&amp;Quantized:</source>
        <translation>量化文件(&amp;Q):</translation>
    </message>
    <message>
        <source>Browse for the quantized file</source>
        <translation>浏览量化文件</translation>
    </message>
    <message>
        <source>&amp;Validate</source>
        <translation>验证(&amp;V)</translation>
    </message>
    <message>
        <source>Choose both files first</source>
        <translation>请先选择两个文件</translation>
    </message>
    <message>
        <source>These are one and the same file</source>
        <translation>这是同一个文件</translation>
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
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n below the minimum cosine</source>
        <translation>
            <numerusform>%n 个低于最小余弦</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n below the floor of its width</source>
        <translation>
            <numerusform>%n 个低于其位宽的下限</numerusform>
        </translation>
    </message>
    <message>
        <source>Tensors that missed a limit: %1 (%2). First: %3</source>
        <translation>未达到限值的张量：%1(%2)。第一个：%3</translation>
    </message>
    <message>
        <source>⚠ Findings were overruled: %1</source>
        <translation>⚠ 已强制忽略检查结果：%1</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>verdict reason</source>
        <translation>结论依据</translation>
    </message>
    <message>
        <source>Tensors that missed a limit get more bits; only they are quantized again, and the file is replaced when it is better</source>
        <translation>未达限值的张量获得更多位；只重新量化它们，文件更好时才被替换</translation>
    </message>
    <message numerus="yes">
        <source>Raise %Ln tensor(s) and write again</source>
        <translation>
            <numerusform>提高 %Ln 个张量并重新写入</numerusform>
        </translation>
    </message>
    <message>
        <source>The file is %1 larger than was asked for.</source>
        <translation>文件比要求的大 %1。</translation>
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
</TS>
