<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>Actions</name>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="35" />
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="37" />
        <source>Open &amp;preset</source>
        <translation>打开预设(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="40" />
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="45" />
        <source>&amp;Save as…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="49" />
        <source>&amp;Export picture…</source>
        <translation>导出图片(&amp;E)…</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="56" />
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="64" />
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="68" />
        <source>&amp;Run or pause</source>
        <translation>运行或暂停(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="74" />
        <source>One &amp;update forward</source>
        <translation>前进一次更新(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="82" />
        <source>One update &amp;back</source>
        <translation>后退一次更新(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="89" />
        <source>One &amp;operation forward</source>
        <translation>前进一次运算(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="97" />
        <source>One operation bac&amp;k</source>
        <translation>后退一次运算(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="104" />
        <source>One &amp;epoch forward</source>
        <translation>前进一轮(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="111" />
        <source>One e&amp;poch back</source>
        <translation>后退一轮(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="117" />
        <source>Re&amp;start</source>
        <translation>重新开始(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="126" />
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="128" />
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="129" />
        <source>&amp;Reset layout</source>
        <translation>恢复默认布局(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="132" />
        <source>&amp;Fit the network</source>
        <translation>显示整个网络(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="137" />
        <source>&amp;Edges show</source>
        <translation>连线显示(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="138" />
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="139" />
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="144" />
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="148" />
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="153" />
        <source>&amp;About bpviz</source>
        <translation>关于 bpviz(&amp;A)</translation>
    </message>
</context><context>
    <name>ChoiceMenus</name>
    <message>
        <location filename="../../bpviz/window/choice_menus.py" line="18" />
        <source>&amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/choice_menus.py" line="19" />
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/choice_menus.py" line="20" />
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/choice_menus.py" line="24" />
        <source>&amp;Weights</source>
        <translation>权重(&amp;W)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/choice_menus.py" line="25" />
        <source>&amp;Gradients</source>
        <translation>梯度(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/choice_menus.py" line="26" />
        <source>Last &amp;update</source>
        <translation>上次更新(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/choice_menus.py" line="27" />
        <source>&amp;Contributions (a · w)</source>
        <translation>贡献 a · w(&amp;C)</translation>
    </message>
</context><context>
    <name>Choices</name>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="12" />
        <source>squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="13" />
        <source>binary cross-entropy</source>
        <translation>二元交叉熵</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="14" />
        <source>softmax cross-entropy</source>
        <translation>softmax 交叉熵</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="18" />
        <source>gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="19" />
        <source>momentum</source>
        <translation>动量法</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="20" />
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="21" />
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="25" />
        <source>in order</source>
        <translation>按顺序</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="26" />
        <source>shuffled</source>
        <translation>打乱</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="27" />
        <source>drawn</source>
        <translation>随机抽取</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="31" />
        <source>normal</source>
        <translation>正态分布</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="32" />
        <source>uniform</source>
        <translation>均匀分布</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="33" />
        <source>Xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="34" />
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="42" />
        <location filename="../../bpviz/controls/choices.py" line="35" />
        <source>zeros</source>
        <translation>全零</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="36" />
        <source>constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="37" />
        <source>given</source>
        <translation>给定值</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="41" />
        <source>like the weights</source>
        <translation>与权重相同</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="46" />
        <source>float64 (double)</source>
        <translation>float64（双精度）</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="47" />
        <source>float32 (single)</source>
        <translation>float32（单精度）</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="13" />
        <source>identity</source>
        <translation>恒等</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="14" />
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="15" />
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="16" />
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="17" />
        <source>leaky ReLU</source>
        <translation>leaky ReLU</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="18" />
        <source>softplus</source>
        <translation>softplus</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="19" />
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
</context><context>
    <name>Curves</name>
    <message>
        <location filename="../../bpviz/views/curve_menu.py" line="56" />
        <source>Logarithmic loss</source>
        <translation>损失用对数坐标</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_menu.py" line="57" />
        <source>Log</source>
        <translation>对数</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_menu.py" line="58" />
        <source>Show the loss on a logarithmic scale</source>
        <translation>用对数坐标显示损失</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_menu.py" line="59" />
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_menu.py" line="61" />
        <source>Show the whole run (double click)</source>
        <translation>显示整个运行过程（双击）</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_menu.py" line="63" />
        <source>Copy values</source>
        <translation>复制数值</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_menu.py" line="64" />
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_menu.py" line="80" />
        <source>Every update</source>
        <translation>每次更新</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_menu.py" line="82" />
        <source>Mean over an epoch</source>
        <translation>一轮的平均</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_menu.py" line="83" />
        <source>Mean of {count} updates</source>
        <translation>{count} 次更新的平均</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curves_panel.py" line="187" />
        <location filename="../../bpviz/views/curves_panel.py" line="181" />
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curves_panel.py" line="182" />
        <source>Loss (logarithmic)</source>
        <translation>损失（对数）</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curves_panel.py" line="184" />
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curves_panel.py" line="187" />
        <source>Accuracy (%)</source>
        <translation>准确率（%）</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curves_panel.py" line="196" />
        <source>Press Space to let it learn</source>
        <translation>按空格键开始学习</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curves_panel.py" line="201" />
        <source>Curves of the loss</source>
        <translation>损失曲线</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curves_panel.py" line="203" />
        <source>Curves of the accuracy</source>
        <translation>准确率曲线</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_words.py" line="17" />
        <source>batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_words.py" line="19" />
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_words.py" line="21" />
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_words.py" line="28" />
        <source>mean of {count} batches</source>
        <translation>{count} 个批次的平均</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_words.py" line="35" />
        <source>{share} %</source>
        <translation>{share}%</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_words.py" line="42" />
        <source>update {update}</source>
        <translation>第 {update} 次更新</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_words.py" line="43" />
        <source>update {update} · epoch {epoch}</source>
        <translation>第 {update} 次更新 · 第 {epoch} 轮</translation>
    </message>
</context><context>
    <name>Datasets</name>
    <message>
        <location filename="../../bpviz/data/planes.py" line="15" />
        <source>Exclusive or</source>
        <translation>异或</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/planes.py" line="16" />
        <source>Circles</source>
        <translation>同心圆</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/planes.py" line="17" />
        <source>Spiral</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/planes.py" line="18" />
        <source>Moons</source>
        <translation>双月</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/mnist.py" line="15" />
        <source>MNIST handwritten digits</source>
        <translation>MNIST 手写数字</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/worked_examples.py" line="9" />
        <source>One sample for a chain of nodes</source>
        <translation>一串节点用的一个样本</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/worked_examples.py" line="10" />
        <source>Matt Mazur's worked example</source>
        <translation>Matt Mazur 的算例</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/quadratic.py" line="9" />
        <source>Noisy parabola</source>
        <translation>带噪声的抛物线</translation>
    </message>
</context><context>
    <name>ErrorBar</name>
    <message>
        <location filename="../../bpviz/window/error_bar.py" line="131" />
        <location filename="../../bpviz/window/error_bar.py" line="126" />
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/error_bar.py" line="127" />
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/error_bar.py" line="128" />
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context><context>
    <name>Errors</name>
    <message>
        <location filename="../../bpviz/resources.py" line="32" />
        <source>A file of the program is missing: {path}. Please install bpviz again.</source>
        <translation>程序缺少文件 {path}。请重新安装 bpviz。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/parameters.py" line="83" />
        <source>{layers} layers need {layers} arrays of {name}; got {given}.</source>
        <translation>{layers} 层需要 {layers} 个 {name} 数组，现有 {given} 个。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/parameters.py" line="110" />
        <source>{name} has shape {given}; this network needs {needed}.</source>
        <translation>{name} 的形状是 {given}，这个网络需要 {needed}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/parameters.py" line="122" />
        <source>{name} holds something that is not a finite number.</source>
        <translation>{name} 中含有不是有限数的值。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/initialisation.py" line="96" />
        <source>With init_scale {scale} the first weights are not finite: make it smaller.</source>
        <translation>init_scale 为 {scale} 时，初始权重不是有限数：请把它改小。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/initialisation.py" line="110" />
        <source>The network has {count} weights and biases; {given} values are given.</source>
        <translation>网络有 {count} 个权重和偏置，却给了 {given} 个值。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/network.py" line="56" />
        <source>A network needs at least an input and an output size, each 1 or more; got {sizes}.</source>
        <translation>网络至少需要输入和输出两个大小，每个不小于 1；现在是 {sizes}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/network.py" line="65" />
        <source>{layers} layers need {layers} activations, one each; got {given}.</source>
        <translation>{layers} 层需要 {layers} 个激活函数，每层一个；现在是 {given}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/network.py" line="75" />
        <source>Unknown activation {name}; choose from {known}.</source>
        <translation>未知的激活函数 {name}；可选的有 {known}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/network.py" line="83" />
        <source>{name} belongs to the output layer; layer {layer} is hidden.</source>
        <translation>{name} 只能用于输出层；第 {layer} 层是隐藏层。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/network.py" line="92" />
        <source>Unknown loss {name}; choose from {known}.</source>
        <translation>未知的损失函数 {name}；可选的有 {known}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/network.py" line="106" />
        <source>The loss {loss} needs {partner} as the output's activation, not {output}.</source>
        <translation>损失函数 {loss} 要求输出层的激活函数是 {partner}，而不是 {output}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/network.py" line="117" />
        <source>softmax with one output always answers 1: give it two outputs or more, or use sigmoid.</source>
        <translation>只有一个输出的 softmax 总是得到 1：请给它两个或更多输出，或改用 sigmoid。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/functions.py" line="35" />
        <source>{node} takes the logarithm of a number that is not positive.</source>
        <translation>{node} 对非正数取了对数。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/tokens.py" line="33" />
        <source>{text} cannot stand in an expression: only numbers, names, + - * / ^, brackets and commas can.</source>
        <translation>表达式中不能有 {text}：只能用数、名称、+ - * / ^、括号和逗号。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/tokens.py" line="75" />
        <source>The expression is longer than {most} characters.</source>
        <translation>表达式超过 {most} 个字符。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/tokens.py" line="85" />
        <source>Type an expression, such as (a + b) * c.</source>
        <translation>请输入表达式，例如 (a + b) * c。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/builder.py" line="150" />
        <location filename="../../bpviz/nn/graph/tokens.py" line="107" />
        <source>{node} is too large for a number.</source>
        <translation>{node} 太大，超出数值范围。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/tokens.py" line="150" />
        <source>An operator, such as *, is missing before {text}.</source>
        <translation>{text} 前面缺少运算符，例如 *。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/tokens.py" line="153" />
        <source>A number or a name is missing before {text}.</source>
        <translation>{text} 前面缺少数或名称。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/tokens.py" line="156" />
        <source>A number or a name is missing at the end.</source>
        <translation>末尾缺少数或名称。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/tokens.py" line="159" />
        <source>This bracket closes nothing.</source>
        <translation>这个右括号没有对应的左括号。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/tokens.py" line="160" />
        <source>This bracket is never closed.</source>
        <translation>这个左括号没有对应的右括号。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/tokens.py" line="161" />
        <source>A comma can only stand between the operands of a function.</source>
        <translation>逗号只能用在函数的参数之间。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/tokens.py" line="164" />
        <source>There are more than {most} brackets in one another.</source>
        <translation>括号嵌套超过 {most} 层。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/network_graph.py" line="43" />
        <source>A network with {count} weights and biases is too large for a graph; {most} are possible.</source>
        <translation>有 {count} 个权重和偏置的网络太大，无法画成计算图；最多 {most} 个。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/arithmetic.py" line="20" />
        <source>{node} divides by zero.</source>
        <translation>{node} 除以了零。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/arithmetic.py" line="68" />
        <source>{node} raises a negative number to a power that is not whole.</source>
        <translation>{node} 对负数取了非整数次幂。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="50" />
        <location filename="../../bpviz/nn/graph/presets.py" line="70" />
        <source>Unknown preset {key}; choose from {known}.</source>
        <translation>未知的预设 {key}；可选的有 {known}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/terms.py" line="142" />
        <source>There is no function {name}; choose from {known}.</source>
        <translation>没有函数 {name}；可选的有 {known}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/terms.py" line="153" />
        <source>Wrong number of operands for {name}: {given} instead of {needed}.</source>
        <translation>{name} 的参数个数不对：应为 {needed} 个，现在是 {given} 个。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/terms.py" line="168" />
        <source>{name} is a function: write its operand in brackets.</source>
        <translation>{name} 是函数：请把参数写在括号里。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/terms.py" line="184" />
        <source>The expression has more than {most} parts in one another.</source>
        <translation>表达式嵌套超过 {most} 层。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/expression.py" line="87" />
        <source>{name} has no value.</source>
        <translation>{name} 没有值。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/backward.py" line="135" />
        <source>The derivative by {node} is too large for a number.</source>
        <translation>对 {node} 的导数太大，超出数值范围。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/operation.py" line="20" />
        <source>{node} needs numbers or arrays of one shape; got {shapes}.</source>
        <translation>{node} 需要数或形状相同的数组；现在是 {shapes}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/term.py" line="62" />
        <source>The expression has more than {most} different parts.</source>
        <translation>表达式中不同的部分超过 {most} 个。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/matrix_operations.py" line="48" />
        <source>{node} needs inputs (n) or (rows, n), weights (n, m) and biases (m); got {shapes}.</source>
        <translation>{node} 需要输入 (n) 或 (行数, n)、权重 (n, m) 和偏置 (m)；现在是 {shapes}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/matrix_operations.py" line="83" />
        <source>{node} needs scores and targets of one shape, (classes) or (rows, classes); got {shapes}.</source>
        <translation>{node} 的得分和目标值必须形状相同，为 (类别数) 或 (行数, 类别数)；现在是 {shapes}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/builder.py" line="163" />
        <source>{node} has no finite derivative by {operand} at this value.</source>
        <translation>{node} 在这个值处对 {operand} 没有有限的导数。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/engine.py" line="18" />
        <source>The input layer has {size} nodes, but the data have {needed}: make it {needed}.</source>
        <translation>输入层有 {size} 个节点，而数据有 {needed} 个：请改成 {needed}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/engine.py" line="22" />
        <source>The output layer has {size} nodes, but the data have {needed}: make it {needed}.</source>
        <translation>输出层有 {size} 个节点，而数据有 {needed} 个：请改成 {needed}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/engine.py" line="64" />
        <source>First parameters of shape {given} are given; this network needs {needed}.</source>
        <translation>给出的初始参数形状是 {given}，这个网络需要 {needed}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/engine.py" line="207" />
        <source>A batch of {batch} is more than the {samples} samples there are.</source>
        <translation>批次大小 {batch} 超过了样本总数 {samples}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/engine.py" line="224" />
        <source>The loss {loss} needs targets between 0 and 1; these data need squared_error.</source>
        <translation>损失函数 {loss} 要求目标值在 0 和 1 之间；这些数据要用 squared_error（平方误差）。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/engine.py" line="233" />
        <source>The loss {loss} needs targets that add up to 1 in every sample; these data need another loss.</source>
        <translation>损失函数 {loss} 要求每个样本的目标值之和为 1；这些数据要用别的损失函数。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/experiment.py" line="129" />
        <source>{name} must be {allowed}; got {value}.</source>
        <translation>{name} 必须 {allowed}；现在是 {value}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/experiment.py" line="138" />
        <source>{name} must be finite; got {value}.</source>
        <translation>{name} 必须是有限数；现在是 {value}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/session_file.py" line="123" />
        <source>The file {path} could not be read: {reason}.</source>
        <translation>无法读取文件 {path}：{reason}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/session_file.py" line="143" />
        <source>{path} was written by a newer bpviz (format {version}; this one reads {known}): update bpviz to open it.</source>
        <translation>{path} 由较新的 bpviz 写成（格式 {version}，此版本只能读到 {known}）：请升级 bpviz 后再打开。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/session_file.py" line="245" />
        <source>{path} is not a whole bpviz session file ({reason}).</source>
        <translation>{path} 不是完整的 bpviz 会话文件（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/whole_file.py" line="78" />
        <source>The file {path} could not be written: {reason}.</source>
        <translation>无法写入文件 {path}：{reason}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/session.py" line="198" />
        <source>Nothing is open yet; open a preset first.</source>
        <translation>还没有打开任何实验；请先打开一个预设。</translation>
    </message>
    <message>
        <location filename="../../bpviz/app/parameters_file.py" line="41" />
        <source>{path} has no array {names}; a network of {depth} layers needs weights and biases for each of them.</source>
        <translation>{path} 中没有数组 {names}；{depth} 层的网络每一层都需要权重和偏置。</translation>
    </message>
    <message>
        <location filename="../../bpviz/app/parameters_file.py" line="53" />
        <source>{path} has weights for more layers than the {depth} of this network.</source>
        <translation>{path} 中权重的层数多于这个网络的 {depth} 层。</translation>
    </message>
    <message>
        <location filename="../../bpviz/app/exceptions.py" line="97" />
        <source>Something went wrong inside bpviz. Your run is still there: save it, and report what stands in the details. It is also in {path}.</source>
        <translation>bpviz 内部出错。当前运行还在：请保存它，并报告详细信息中的内容（也写在 {path} 中）。</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/commands.py" line="137" />
        <source>The picture cannot be written to {path}. Choose another place.</source>
        <translation>无法把图片写到 {path}。请换一个位置。</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/error_bar.py" line="27" />
        <source>pre-activations of layer {layer}</source>
        <translation>第 {layer} 层的预激活值</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/error_bar.py" line="28" />
        <source>activations of layer {layer}</source>
        <translation>第 {layer} 层的激活值</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/error_bar.py" line="29" />
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/error_bar.py" line="30" />
        <source>deltas of layer {layer}</source>
        <translation>第 {layer} 层的误差项</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/error_bar.py" line="31" />
        <source>weight gradients of layer {layer}</source>
        <translation>第 {layer} 层的权重梯度</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/error_bar.py" line="34" />
        <source>bias gradients of layer {layer}</source>
        <translation>第 {layer} 层的偏置梯度</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/error_bar.py" line="35" />
        <source>weights of layer {layer}</source>
        <translation>第 {layer} 层的权重</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/error_bar.py" line="36" />
        <source>biases of layer {layer}</source>
        <translation>第 {layer} 层的偏置</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/error_bar.py" line="37" />
        <source>optimizer's memory of layer {layer}</source>
        <translation>第 {layer} 层的优化器状态</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/error_bar.py" line="150" />
        <source>In update {update} the {quantity} became infinite or undefined: the run cannot go on from here. Go back, or restart with a smaller learning rate.</source>
        <translation>第 {update} 次更新时，{quantity}变成无穷大或 NaN，运行无法继续。请后退，或用更小的学习率重新开始。</translation>
    </message>
    <message>
        <location filename="../../bpviz/worker/training_worker.py" line="63" />
        <source>Something went wrong inside bpviz ({request}). The run stands as it did before.</source>
        <translation>bpviz 内部出错（{request}）。运行保持原样。</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/layers_editor.py" line="76" />
        <source>Layers are whole numbers with commas between them, such as 784, 50, 10; got {text}.</source>
        <translation>各层大小是用逗号隔开的整数，例如 784, 50, 10；现在是 {text}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/number_field.py" line="42" />
        <source>{name}: {text} is not a number.</source>
        <translation>{name}：{text} 不是数。</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/number_field.py" line="59" />
        <source>{name}: {text} is not a whole number.</source>
        <translation>{name}：{text} 不是整数。</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/fonts.py" line="28" />
        <source>The font {path} cannot be read. Please install bpviz again.</source>
        <translation>无法读取字体 {path}。请重新安装 bpviz。</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/translation.py" line="47" />
        <source>The translation {path} cannot be read. Please install bpviz again.</source>
        <translation>无法读取翻译文件 {path}。请重新安装 bpviz。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/idx.py" line="66" />
        <source>{path} goes on after the {size} bytes that it announces; it is damaged or not an IDX file.</source>
        <translation>{path} 比它声明的 {size} 字节更长：文件已损坏，或不是 IDX 文件。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/idx.py" line="108" />
        <source>{path} holds no samples.</source>
        <translation>{path} 中没有样本。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/idx.py" line="115" />
        <source>{path} starts with the number {found}, but an IDX file of labels starts with {expected}.</source>
        <translation>{path} 以数字 {found} 开头，而标签的 IDX 文件以 {expected} 开头。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/idx.py" line="121" />
        <source>{path} starts with the number {found}, but an IDX file of pictures starts with {expected}.</source>
        <translation>{path} 以数字 {found} 开头，而图像的 IDX 文件以 {expected} 开头。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/idx.py" line="131" />
        <source>{path} ends before all that it announces; fetch it again.</source>
        <translation>{path} 比它声明的内容短；请重新获取。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/idx.py" line="140" />
        <source>{path} is damaged and cannot be unpacked; fetch it again.</source>
        <translation>{path} 已损坏，无法解压；请重新获取。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/csv_layout.py" line="82" />
        <source>{path} has no header, so no column is called '{column}'.</source>
        <translation>{path} 没有表头，所以没有名为“{column}”的列。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/csv_layout.py" line="89" />
        <source>{path} has no column '{column}'; it has {names}.</source>
        <translation>{path} 没有列“{column}”；它的列是 {names}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/csv_table.py" line="81" />
        <source>{path} is not text in UTF-8; save it as CSV in UTF-8.</source>
        <translation>{path} 不是 UTF-8 文本；请另存为 UTF-8 编码的 CSV。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/csv_table.py" line="88" />
        <source>{path} is not a CSV file: {reason}.</source>
        <translation>{path} 不是 CSV 文件：{reason}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/csv_table.py" line="100" />
        <source>{path} has no table: at least two columns are needed, separated by commas, semicolons or tabs.</source>
        <translation>{path} 中没有表格：至少需要两列，用逗号、分号或制表符隔开。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/csv_table.py" line="117" />
        <source>{path} has a header but no rows.</source>
        <translation>{path} 只有表头，没有数据行。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/csv_table.py" line="153" />
        <source>{path}, line {line}: {found} cells, but the first row has {expected}.</source>
        <translation>{path} 第 {line} 行有 {found} 个单元格，而第一行有 {expected} 个。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/csv_table.py" line="195" />
        <source>{path}, line {line}, column '{column}': the cell is empty; fill it in or delete the row.</source>
        <translation>{path} 第 {line} 行，列“{column}”：单元格是空的；请填上，或删去这一行。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/csv_table.py" line="205" />
        <source>{path}, line {line}, column '{column}': '{cell}' is not a number that can be used.</source>
        <translation>{path} 第 {line} 行，列“{column}”：“{cell}”不是可用的数。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/picture_folder.py" line="51" />
        <source>The training pictures in {path} are {train} pixels and the test pictures {test}; they must be of one size.</source>
        <translation>{path} 中训练图像是 {train} 像素，测试图像是 {test} 像素；大小必须相同。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/picture_folder.py" line="63" />
        <source>All labels in {path} are the same; there is nothing to learn.</source>
        <translation>{path} 中的标签全都相同，没有可学的东西。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/picture_folder.py" line="95" />
        <source>{path} holds no pictures named like train-images-idx3-ubyte.gz.</source>
        <translation>{path} 中没有名称如 train-images-idx3-ubyte.gz 的图像文件。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/picture_folder.py" line="102" />
        <source>{path} holds several sets of pictures ({names}); open one file.</source>
        <translation>{path} 中有多套图像（{names}）；请打开其中一个文件。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/picture_folder.py" line="115" />
        <source>The name of {path} does not say what it holds; name the pair like train-images-idx3-ubyte and train-labels-idx1-ubyte.</source>
        <translation>从 {path} 的名称看不出它的内容；请按 train-images-idx3-ubyte 和 train-labels-idx1-ubyte 的样式命名这一对文件。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/picture_folder.py" line="156" />
        <source>There is no file {path}; pictures and labels come as a pair of files.</source>
        <translation>没有文件 {path}；图像和标签是成对的两个文件。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/mnist.py" line="63" />
        <source>{images_path} holds {images} pictures, but {labels_path} holds {labels} labels; they do not belong together.</source>
        <translation>{images_path} 中有 {images} 幅图像，而 {labels_path} 中有 {labels} 个标签；它们不是一对。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/files.py" line="22" />
        <location filename="../../bpviz/data/own_data.py" line="38" />
        <source>There is no file {path}.</source>
        <translation>没有文件 {path}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/own_data.py" line="48" />
        <source>{path} is no kind of data that can be opened; use a table (.csv), arrays (.npz), or IDX files like MNIST's.</source>
        <translation>{path} 不是能打开的数据；请用表格 (.csv)、数组 (.npz) 或像 MNIST 那样的 IDX 文件。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/own_data.py" line="63" />
        <source>The name {path} is not in UTF-8; give the file or its folder another name.</source>
        <translation>名称 {path} 不是 UTF-8 编码；请给文件或文件夹换一个名称。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/files.py" line="26" />
        <source>{path} cannot be read: {reason}.</source>
        <translation>无法读取 {path}：{reason}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/files.py" line="36" />
        <source>{path} is a device or a pipe, not a file; save it as a file.</source>
        <translation>{path} 是设备或管道，不是文件；请先保存为文件。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/files.py" line="47" />
        <source>{path} holds {size} bytes, more than the {most} that are read; take fewer samples.</source>
        <translation>{path} 有 {size} 字节，超过能读取的 {most} 字节；请减少样本。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/table.py" line="91" />
        <source>{path} holds numbers too large to compute with.</source>
        <translation>{path} 中有大得无法计算的数。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/table.py" line="143" />
        <source>{path}: column '{column}' is '{cell}' in every row; there is nothing to learn.</source>
        <translation>{path}：列“{column}”每一行都是“{cell}”，没有可学的东西。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/table.py" line="154" />
        <source>{path}: column '{column}' has {different} different texts, more than the {most} classes that can be told apart; put the column to be learned last or call it 'target'.</source>
        <translation>{path}：列“{column}”有 {different} 种不同的文本，超过能区分的 {most} 个类别；请把要学的列放在最后，或命名为“target”。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/catalog.py" line="80" />
        <source>Data of one's own need the path of a file or a folder.</source>
        <translation>自己的数据需要文件或文件夹的路径。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/catalog.py" line="86" />
        <source>Unknown data set {key}; choose from {known}.</source>
        <translation>未知的数据集 {key}；可选的有 {known}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/npz.py" line="49" />
        <source>{path} is not a whole .npz file: {reason}.</source>
        <translation>{path} 不是完整的 .npz 文件：{reason}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/npz.py" line="76" />
        <source>{path}: '{name}' holds Python objects, which are never read because they can run programs; save plain numbers.</source>
        <translation>{path}：“{name}”中有 Python 对象，它们能运行程序，所以从不读取；请只保存数值。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/npz.py" line="96" />
        <source>{path}: '{name}' is not a whole array; save the file again.</source>
        <translation>{path}：“{name}”不是完整的数组；请重新保存文件。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/array_pairs.py" line="34" />
        <source>{path} holds {found}; it must hold x_train and y_train, or X and y.</source>
        <translation>{path} 中有 {found}；必须有 x_train 和 y_train，或 X 和 y。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/array_pairs.py" line="39" />
        <source>{path} holds no arrays; it must hold x_train and y_train, or X and y.</source>
        <translation>{path} 中没有数组；必须有 x_train 和 y_train，或 X 和 y。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/array_pairs.py" line="52" />
        <source>{path}: a training sample has the shape {train}, but a test sample {test}; they must be the same.</source>
        <translation>{path}：训练样本的形状是 {train}，而测试样本是 {test}；两者必须相同。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/array_pairs.py" line="80" />
        <source>{path}: {x_name} of shape {x_shape} and {y_name} of shape {y_shape} do not belong together; each needs one row a sample.</source>
        <translation>{path}：形状为 {x_shape} 的 {x_name} 与形状为 {y_shape} 的 {y_name} 不是一对；两者都要每个样本一行。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/array_pairs.py" line="99" />
        <source>{path}: '{name}' holds {dtype} values instead of numbers.</source>
        <translation>{path}：“{name}”中是 {dtype} 类型的值，而不是数。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/array_pairs.py" line="109" />
        <source>{path}: '{name}' holds a value that is not a finite number, first in row {row}.</source>
        <translation>{path}：“{name}”中有不是有限数的值，最先出现在第 {row} 行。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/array_dataset.py" line="83" />
        <source>{path}: one sample has the shape {shape}; only rows of numbers and pictures without colours can be opened.</source>
        <translation>{path}：一个样本的形状是 {shape}；只能打开数值行和灰度图像。</translation>
    </message>
</context><context>
    <name>ExperimentForm</name>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="66" />
        <source>Loss</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="67" />
        <source>What a wrong answer costs</source>
        <translation>预测错了要付多大代价</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="71" />
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="72" />
        <source>How gradients change the parameters</source>
        <translation>梯度怎样改变参数</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="76" />
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="77" />
        <source>η: how far a step goes</source>
        <translation>η：一步走多远</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="81" />
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="82" />
        <source>Share of the last step that is kept</source>
        <translation>上一步保留的比例</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="86" />
        <source>Decay</source>
        <translation>衰减率</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="87" />
        <source>Share of past squares that is kept</source>
        <translation>过去的平方保留的比例</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="91" />
        <source>β₁, β₂</source>
        <translation>β₁、β₂</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="92" />
        <source>Shares of past gradients and squares kept</source>
        <translation>过去的梯度和平方各保留的比例</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="99" />
        <source>L2 penalty</source>
        <translation>L2 惩罚</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="100" />
        <source>Weight of (sum of w²) / 2 in the loss</source>
        <translation>损失中 (Σw²) / 2 的系数</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="106" />
        <source>Batch</source>
        <translation>批次大小</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="107" />
        <source>Samples an update (0: all), and their order</source>
        <translation>每次更新用多少样本（0 为全部），以及样本的顺序</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="114" />
        <source>Weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="115" />
        <source>How the first weights are drawn, and scale</source>
        <translation>初始权重怎样抽取，以及放大多少倍</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="122" />
        <source>Biases</source>
        <translation>初始偏置</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="123" />
        <source>How the first biases are drawn</source>
        <translation>初始偏置怎样抽取</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="127" />
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="128" />
        <source>Of the first parameters and the order</source>
        <translation>决定初始参数和样本顺序</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="134" />
        <source>Data seed</source>
        <translation>数据种子</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="135" />
        <source>Of data that are drawn</source>
        <translation>决定随机生成的数据</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="139" />
        <source>Precision</source>
        <translation>数值精度</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="140" />
        <source>Of every number</source>
        <translation>所有数值的精度</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/layers_editor.py" line="91" />
        <location filename="../../bpviz/controls/layers_editor.py" line="90" />
        <source>Layers</source>
        <translation>各层大小</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/layers_editor.py" line="93" />
        <source>Nodes of the input, then of every layer, with commas</source>
        <translation>先写输入的节点数，再写每一层的，用逗号隔开</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/layers_editor.py" line="100" />
        <source>Layer {number}</source>
        <translation>第 {number} 层</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/layers_editor.py" line="104" />
        <source>Activation of layer {number}</source>
        <translation>第 {number} 层的激活函数</translation>
    </message>
</context><context>
    <name>ExperimentPanel</name>
    <message>
        <location filename="../../bpviz/controls/experiment_panel.py" line="144" />
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_panel.py" line="146" />
        <source>Begin one of the prepared experiments</source>
        <translation>开始一个准备好的实验</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_panel.py" line="148" />
        <source>Your own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_panel.py" line="149" />
        <source>Apply and restart</source>
        <translation>应用并重新开始</translation>
    </message>
</context><context>
    <name>FileDialogs</name>
    <message>
        <location filename="../../bpviz/window/file_dialogs.py" line="16" />
        <source>Sessions and data ({patterns})</source>
        <translation>会话与数据 ({patterns})</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/file_dialogs.py" line="19" />
        <source>Data ({patterns})</source>
        <translation>数据 ({patterns})</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/file_dialogs.py" line="22" />
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/file_dialogs.py" line="38" />
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/file_dialogs.py" line="49" />
        <source>Export picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/file_dialogs.py" line="51" />
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/file_dialogs.py" line="57" />
        <source>bpviz sessions (*.bpviz)</source>
        <translation>bpviz 会话 (*.bpviz)</translation>
    </message>
</context><context>
    <name>HelpDialogs</name>
    <message>
        <location filename="../../bpviz/window/help_dialogs.py" line="32" />
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/help_dialogs.py" line="51" />
        <source>About bpviz</source>
        <translation>关于 bpviz</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/help_dialogs.py" line="63" />
        <source>A time-travelling debugger for backpropagation.</source>
        <translation>可以时间旅行的反向传播调试器。</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/help_dialogs.py" line="64" />
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>自由软件：GNU 通用公共许可证第 3 版或更高版本，无任何担保。</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/help_dialogs.py" line="70" />
        <source>MNIST by Yann LeCun, Corinna Cortes and Christopher Burges: CC BY-SA 3.0. Icons by Lucide: ISC. Chinese characters from Noto Sans SC: SIL Open Font License 1.1.</source>
        <translation>MNIST 由 Yann LeCun、Corinna Cortes 和 Christopher Burges 制作：CC BY-SA 3.0。图标来自 Lucide：ISC。汉字字形来自 Noto Sans SC：SIL Open Font License 1.1。</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/help_dialogs.py" line="88" />
        <source>Walk from node to node</source>
        <translation>在节点之间移动</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/help_dialogs.py" line="89" />
        <source>Select nothing</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/help_dialogs.py" line="90" />
        <source>Enlarge, reduce or fit the network</source>
        <translation>放大、缩小网络，或显示整个网络</translation>
    </message>
</context><context>
    <name>Inspector</name>
    <message>
        <location filename="../../bpviz/views/operation_texts.py" line="90" />
        <source>Strongest weight, node {before} to {after} of layer {layer}:</source>
        <translation>最强的权重（第 {layer} 层，节点 {before} → {after}）：</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/operation_texts.py" line="94" />
        <source>Selected weight, node {before} to {after} of layer {layer}:</source>
        <translation>选中的权重（第 {layer} 层，节点 {before} → {after}）：</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/operation_texts.py" line="100" />
        <source>Strongest node, {node} of layer {layer}:</source>
        <translation>最强的节点（第 {layer} 层，节点 {node}）：</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/operation_texts.py" line="102" />
        <source>Selected node, {node} of layer {layer}:</source>
        <translation>选中的节点（第 {layer} 层，节点 {node}）：</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/operation_texts.py" line="104" />
        <source>Strongest input, {node}:</source>
        <translation>最强的输入 {node}：</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/operation_texts.py" line="106" />
        <source>Selected input, {node}:</source>
        <translation>选中的输入 {node}：</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="44" />
        <source>Inputs a × w, the largest first</source>
        <translation>输入 a × w，从大到小</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="97" />
        <location filename="../../bpviz/views/explanation_rows.py" line="46" />
        <source>node {number}</source>
        <translation>节点 {number}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="51" />
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="53" />
        <source>mean of {count} δ</source>
        <translation>{count} 个 δ 的平均</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="66" />
        <source>comes in</source>
        <translation>传入</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="67" />
        <source>goes out</source>
        <translation>传出</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="68" />
        <source>comes back</source>
        <translation>传回</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="69" />
        <source>Gradient a × δ, sample by sample</source>
        <translation>梯度 a × δ，逐个样本</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="71" />
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="78" />
        <source>sample {number}</source>
        <translation>样本 {number}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="90" />
        <source>Asked by later nodes, δ × w</source>
        <translation>后一层传回的 δ × w</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="92" />
        <source>Compared with the target</source>
        <translation>与目标值比较</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="116" />
        <source>before</source>
        <translation>更新前</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="117" />
        <source>after</source>
        <translation>更新后</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="131" />
        <source>… and {count} more</source>
        <translation>…其余 {count} 项</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/operation_sentences.py" line="11" />
        <source>The samples of the next update become the input's activations.</source>
        <translation>下一次更新的样本成为输入层的激活值。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/operation_sentences.py" line="14" />
        <source>Every node adds up its weighted inputs and its bias.</source>
        <translation>每个节点把加权后的输入与偏置相加。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/operation_sentences.py" line="17" />
        <source>Every node puts its sum through the layer's function.</source>
        <translation>每个节点把加权和送入本层的激活函数。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/operation_sentences.py" line="20" />
        <source>The outputs are compared with what they should be.</source>
        <translation>把输出与目标值比较。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/operation_sentences.py" line="23" />
        <source>Every node learns how the loss changes with its sum.</source>
        <translation>算出损失怎样随每个节点的加权和变化。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/operation_sentences.py" line="26" />
        <source>Every weight learns how the loss changes with it.</source>
        <translation>算出损失怎样随每个权重变化。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/operation_sentences.py" line="29" />
        <source>All weights and biases move against their gradients.</source>
        <translation>所有权重和偏置沿梯度的反方向移动。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/operation_sentences.py" line="33" />
        <source>Nothing has been computed yet. Step, or run, to begin.</source>
        <translation>还没有计算。请单步执行，或运行。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/inspector.py" line="65" />
        <source>Copy the numbers</source>
        <translation>复制数值</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/inspector.py" line="66" />
        <source>Numbers of the selection</source>
        <translation>所选对象的数值</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/inspector.py" line="96" />
        <source>Node {node} of layer {layer}</source>
        <translation>第 {layer} 层的节点 {node}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/inspector.py" line="98" />
        <source>Input {node}</source>
        <translation>输入 {node}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/inspector.py" line="103" />
        <source>Weight from node {before} to node {after} of layer {layer}</source>
        <translation>第 {layer} 层从节点 {before} 到节点 {after} 的权重</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/inspector.py" line="110" />
        <source>Click a node or an edge to see its numbers.</source>
        <translation>点击节点或连线，查看它的数值。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/inspector.py" line="113" />
        <source>z, a and δ are those of the first sample of the batch.</source>
        <translation>z、a 和 δ 属于批次中的第一个样本。</translation>
    </message>
</context><context>
    <name>NetworkView</name>
    <message>
        <location filename="../../bpviz/views/network_canvas.py" line="180" />
        <source>No network yet. Choose a preset or open data.</source>
        <translation>还没有网络。请选择预设或打开数据。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_headings.py" line="61" />
        <source>sample {number} of {total}</source>
        <translation>样本 {number} / {total}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_headings.py" line="79" />
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_headings.py" line="93" />
        <source>{count} pixels</source>
        <translation>{count} 像素</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_headings.py" line="95" />
        <source>1 value</source>
        <translation>1 个值</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_headings.py" line="97" />
        <source>{count} values</source>
        <translation>{count} 个值</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_headings.py" line="98" />
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_headings.py" line="99" />
        <source>Layer {number}</source>
        <translation>第 {number} 层</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_margins.py" line="38" />
        <location filename="../../bpviz/views/network_labels.py" line="110" />
        <source>target {value}</source>
        <translation>目标 {value}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_widget.py" line="206" />
        <location filename="../../bpviz/views/network_widget.py" line="78" />
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="95" />
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="96" />
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="97" />
        <source>last update</source>
        <translation>上次更新</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="98" />
        <source>contribution</source>
        <translation>贡献</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="105" />
        <source>all {total} edges</source>
        <translation>全部 {total} 条连线</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="106" />
        <source>all {total}</source>
        <translation>全部 {total}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="108" />
        <source>{drawn} of {total} edges</source>
        <translation>{drawn} / {total} 条连线</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="109" />
        <source>{drawn} of {total}</source>
        <translation>{drawn} / {total}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="118" />
        <source>edge: {quantity}</source>
        <translation>连线：{quantity}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="119" />
        <source>node: fill a, ring δ</source>
        <translation>节点：填充 a，外圈 δ</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="155" />
        <source>not computed yet</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="173" />
        <source>ring {deltas}</source>
        <translation>外圈 {deltas}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="179" />
        <source>fill a</source>
        <translation>填充 a</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_words.py" line="24" />
        <source>Pixel in row {row}, column {column}</source>
        <translation>第 {row} 行第 {column} 列的像素</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_words.py" line="28" />
        <source>Input {name}</source>
        <translation>输入 {name}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_words.py" line="31" />
        <source>Output {name}</source>
        <translation>输出 {name}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_words.py" line="32" />
        <source>Layer {layer}, node {node}</source>
        <translation>第 {layer} 层，节点 {node}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_words.py" line="39" />
        <source>{start} → {end}</source>
        <translation>{start} → {end}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_words.py" line="64" />
        <source>Network {sizes} after {updates} updates.</source>
        <translation>网络 {sizes}，已更新 {updates} 次。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_words.py" line="66" />
        <source>Last: {operation}.</source>
        <translation>最近一次运算：{operation}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_words.py" line="75" />
        <source>It answers {answers}.</source>
        <translation>预测：{answers}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_words.py" line="78" />
        <source>The loss is {loss}.</source>
        <translation>损失为 {loss}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_words.py" line="86" />
        <location filename="../../bpviz/views/network_words.py" line="81" />
        <source>Selected: {name}.</source>
        <translation>选中：{name}。</translation>
    </message>
</context><context>
    <name>Operations</name>
    <message>
        <location filename="../../bpviz/look/words.py" line="24" />
        <source>batch loaded</source>
        <translation>载入批次</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="25" />
        <source>pre-activations of layer {layer}</source>
        <translation>第 {layer} 层的预激活值 z</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="28" />
        <source>activations of layer {layer}</source>
        <translation>第 {layer} 层的激活值 a</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="31" />
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="32" />
        <source>deltas of layer {layer}</source>
        <translation>第 {layer} 层的误差项 δ</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="33" />
        <source>gradients of layer {layer}</source>
        <translation>第 {layer} 层的梯度</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="36" />
        <source>parameters updated</source>
        <translation>更新参数</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="48" />
        <source>the beginning</source>
        <translation>起点</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="62" />
        <source>epoch {epoch}, update {update} · {operation}</source>
        <translation>第 {epoch} 轮，第 {update} 次更新 · {operation}</translation>
    </message>
</context><context>
    <name>Panels</name>
    <message>
        <location filename="../../bpviz/window/panels.py" line="14" />
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/panels.py" line="15" />
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/panels.py" line="16" />
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/panels.py" line="17" />
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
</context><context>
    <name>Plane</name>
    <message>
        <location filename="../../bpviz/views/plane_plot.py" line="152" />
        <source>class {name}</source>
        <translation>类别 {name}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/plane_plot.py" line="157" />
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/plane_plot.py" line="162" />
        <source>learning from</source>
        <translation>正在学习</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/plane_plot.py" line="169" />
        <source>Open an experiment to see its data</source>
        <translation>打开一个实验，查看它的数据</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/plane_plot.py" line="174" />
        <source>Data and decisions</source>
        <translation>数据与决策</translation>
    </message>
</context><context>
    <name>Presets</name>
    <message>
        <location filename="../../bpviz/nn/graph/presets.py" line="82" />
        <source>Apples</source>
        <translation>买苹果</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/presets.py" line="83" />
        <source>Two apples and the tax on them: what the price owes to each number.</source>
        <translation>两个苹果加消费税：每个数对总价有多大影响。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/presets.py" line="92" />
        <source>Apples and oranges</source>
        <translation>买苹果和橙子</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/presets.py" line="93" />
        <source>Two apples, three oranges and the tax: a sum hands its gradient on to both sides.</source>
        <translation>两个苹果、三个橙子加消费税：加法把梯度原样传给两边。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/presets.py" line="103" />
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/presets.py" line="104" />
        <source>Lets positive numbers through, and their gradients; the rest is 0.</source>
        <translation>让正数和它们的梯度通过，其余为 0。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/presets.py" line="113" />
        <source>Sigmoid, taken apart</source>
        <translation>拆开的 sigmoid</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/presets.py" line="114" />
        <source>Times -1, exp, plus 1, one over: put together, its derivative is y (1 - y).</source>
        <translation>乘 -1、exp、加 1、取倒数：合起来，导数是 y (1 - y)。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/presets.py" line="125" />
        <source>Affine and softmax with loss</source>
        <translation>Affine 与 softmax 损失</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/presets.py" line="126" />
        <source>A batch through one layer, X W + b, to softmax with cross-entropy, whose derivative is (y - t) / rows.</source>
        <translation>一个批次经过一层 X W + b，到 softmax 与交叉熵，导数是 (y - t) / 行数。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="72" />
        <source>Quadratic regression</source>
        <translation>二次函数回归</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="73" />
        <source>Fit y = x² with noise: 30 points, one update a sample, 2-100-400-1.</source>
        <translation>拟合带噪声的 y = x²：30 个点，每个样本更新一次，2-100-400-1。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="104" />
        <source>Chain rule</source>
        <translation>链式法则</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="105" />
        <source>One node a layer, 1-1-1-1: backpropagation in its barest form.</source>
        <translation>每层一个节点，1-1-1-1：最简单的反向传播。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="132" />
        <source>MNIST, sigmoid layers</source>
        <translation>MNIST：sigmoid 层</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="133" />
        <source>Handwritten digits one at a time: sigmoid layers and squared error.</source>
        <translation>手写数字，逐个样本：sigmoid 层与平方误差。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="163" />
        <source>MNIST, softmax and cross-entropy</source>
        <translation>MNIST：softmax 与交叉熵</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="164" />
        <source>Handwritten digits with a softmax output, whose delta is S - Y.</source>
        <translation>手写数字，softmax 输出，误差项为 S - Y。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="192" />
        <source>MNIST, TwoLayerNet with ReLU</source>
        <translation>MNIST：TwoLayerNet 与 ReLU</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="193" />
        <source>784-50-10 with ReLU and softmax, batches of 100 drawn at random.</source>
        <translation>784-50-10，ReLU 与 softmax，每批次随机抽取 100 个样本。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="222" />
        <source>MNIST, mini-batches</source>
        <translation>MNIST：小批次</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="223" />
        <source>Network([784, 30, 10]): sigmoid layers, mini-batches of 10.</source>
        <translation>Network([784, 30, 10])：sigmoid 层，每批次 10 个样本。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="252" />
        <source>Mazur's worked example</source>
        <translation>Mazur 的算例</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="253" />
        <source>The well-known 2-2-2 example, with its published numbers.</source>
        <translation>著名的 2-2-2 例子，用原文的数值。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="305" />
        <source>Exclusive or</source>
        <translation>异或</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="306" />
        <source>Four corners that no straight line can separate.</source>
        <translation>四个角，没有一条直线能把它们分开。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="315" />
        <source>Circles</source>
        <translation>同心圆</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="316" />
        <source>A disc inside a ring.</source>
        <translation>圆环里的圆盘。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="325" />
        <source>Spiral</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="326" />
        <source>Two arms wound around each other: the hard one.</source>
        <translation>两条互相缠绕的旋臂：最难的一个。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="335" />
        <source>Moons</source>
        <translation>双月</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="336" />
        <source>Two half circles that reach into each other.</source>
        <translation>两个互相交错的半圆。</translation>
    </message>
</context><context>
    <name>Regression</name>
    <message>
        <location filename="../../bpviz/views/regression_plot.py" line="136" />
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/regression_plot.py" line="139" />
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/regression_plot.py" line="146" />
        <source>Open an experiment to see its data</source>
        <translation>打开一个实验，查看它的数据</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/regression_plot.py" line="156" />
        <location filename="../../bpviz/views/regression_plot.py" line="153" />
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/regression_plot.py" line="155" />
        <source>network (out of view)</source>
        <translation>网络（在视野外）</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/regression_plot.py" line="160" />
        <source>learning from</source>
        <translation>正在学习</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/regression_plot.py" line="162" />
        <source>residuals a − y</source>
        <translation>残差 a − y</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/regression_plot.py" line="164" />
        <source>residual a − y = {residual}</source>
        <translation>残差 a − y = {residual}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/regression_plot.py" line="168" />
        <source>Data and fitted curve</source>
        <translation>数据与拟合曲线</translation>
    </message>
</context><context>
    <name>Results</name>
    <message>
        <location filename="../../bpviz/views/batch_table.py" line="117" />
        <location filename="../../bpviz/views/sample_view.py" line="89" />
        <source>Press Down for the first operation: it loads a sample</source>
        <translation>按 ↓ 键执行第一次运算：载入一个样本</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/sample_view.py" line="97" />
        <source>Sample {number}</source>
        <translation>样本 {number}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/sample_view.py" line="99" />
        <source>Sample {number}, first of {count} in the batch</source>
        <translation>样本 {number}（批次中 1 / {count}）</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/batch_table.py" line="109" />
        <source>Answers to the batch</source>
        <translation>对批次的预测</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/batch_table.py" line="121" />
        <source>No answer yet: the forward pass is under way</source>
        <translation>还没有预测：前向传播正在进行</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/batch_table.py" line="202" />
        <source>sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/batch_table.py" line="204" />
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/batch_table.py" line="206" />
        <source>answer a</source>
        <translation>预测 a</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/batch_table.py" line="208" />
        <source>target y</source>
        <translation>目标 y</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/batch_table.py" line="210" />
        <source>a − y</source>
        <translation>a − y</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/output_bars.py" line="76" />
        <source>Outputs of the network</source>
        <translation>网络的输出</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/output_bars.py" line="192" />
        <source>Right is {right}. No answer yet.</source>
        <translation>应为 {right}，还没有预测。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/output_bars.py" line="197" />
        <source>The network says {given}, rightly.</source>
        <translation>网络预测 {given}，正确。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/output_bars.py" line="200" />
        <source>The network says {given}; right is {right}.</source>
        <translation>网络预测 {given}，应为 {right}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/results_panel.py" line="90" />
        <source>Open an experiment to see its results</source>
        <translation>打开一个实验，查看它的结果</translation>
    </message>
</context><context>
    <name>TransportBar</name>
    <message>
        <location filename="../../bpviz/controls/transport_words.py" line="15" />
        <source>Operation</source>
        <translation>运算</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_words.py" line="16" />
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_words.py" line="17" />
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_words.py" line="21" />
        <source>One operation forward</source>
        <translation>前进一次运算</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_words.py" line="22" />
        <source>One update forward</source>
        <translation>前进一次更新</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_words.py" line="23" />
        <source>One epoch forward</source>
        <translation>前进一轮</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_words.py" line="27" />
        <source>One operation back</source>
        <translation>后退一次运算</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_words.py" line="28" />
        <source>One update back</source>
        <translation>后退一次更新</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_words.py" line="29" />
        <source>One epoch back</source>
        <translation>后退一轮</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_words.py" line="36" />
        <source>no limit</source>
        <translation>不限速</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_words.py" line="38" />
        <source>{count} operations/s</source>
        <translation>{count} 次运算/秒</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_words.py" line="40" />
        <source>{count} updates/s</source>
        <translation>{count} 次更新/秒</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_words.py" line="43" />
        <source>{count} operation/s</source>
        <translation>{count} 次运算/秒</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_bar.py" line="131" />
        <source>{count} samples/s</source>
        <translation>{count} 个样本/秒</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_bar.py" line="197" />
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_bar.py" line="199" />
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_bar.py" line="203" />
        <source>Restart from the first parameters</source>
        <translation>从初始参数重新开始</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_bar.py" line="215" />
        <source>Transport</source>
        <translation>运行控制</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_bar.py" line="222" />
        <source>How far the step buttons go</source>
        <translation>单步按钮一次走多远</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_bar.py" line="224" />
        <source>Speed of a run</source>
        <translation>运行速度</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_bar.py" line="227" />
        <source>Where the run stands</source>
        <translation>当前位置</translation>
    </message>
</context></TS>
