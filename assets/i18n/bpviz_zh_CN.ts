<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>Actions</name>
    <message>
        <location filename="../../bpviz/window/panel_actions.py" line="8" />
        <source>&amp;Experiment</source>
        <translation>实验(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/panel_actions.py" line="12" />
        <source>&amp;Breakpoints, watches</source>
        <translation>断点与监视(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/panel_actions.py" line="16" />
        <source>&amp;Inspector</source>
        <translation>检查器(&amp;I)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/panel_actions.py" line="18" />
        <source>&amp;Results</source>
        <translation>结果(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/panel_actions.py" line="20" />
        <source>&amp;Gradient check</source>
        <translation>梯度检验(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/panel_actions.py" line="22" />
        <source>Bug &amp;lab</source>
        <translation>Bug 实验室(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/panel_actions.py" line="23" />
        <source>&amp;Curves</source>
        <translation>曲线(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="12" />
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="14" />
        <source>Open &amp;preset</source>
        <translation>打开预设(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="17" />
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="22" />
        <source>&amp;Save as…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="26" />
        <source>&amp;Export picture…</source>
        <translation>导出图片(&amp;E)…</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="33" />
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="41" />
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="45" />
        <source>&amp;Undo the change</source>
        <translation>撤销更改(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="51" />
        <source>&amp;Redo the change</source>
        <translation>重做更改(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="57" />
        <source>&amp;Find a command…</source>
        <translation>查找命令(&amp;F)…</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="66" />
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="70" />
        <source>&amp;Run or pause</source>
        <translation>运行或暂停(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="76" />
        <source>One &amp;update forward</source>
        <translation>前进一次更新(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="84" />
        <source>One update &amp;back</source>
        <translation>后退一次更新(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="91" />
        <source>One &amp;operation forward</source>
        <translation>前进一次运算(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="99" />
        <source>One operation bac&amp;k</source>
        <translation>后退一次运算(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="106" />
        <source>One &amp;epoch forward</source>
        <translation>前进一轮(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="113" />
        <source>One e&amp;poch back</source>
        <translation>后退一轮(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="119" />
        <source>Run &amp;to…</source>
        <translation>运行到(&amp;T)…</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="126" />
        <source>&amp;Check some gradients</source>
        <translation>抽样检验梯度(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="133" />
        <source>Check &amp;all gradients</source>
        <translation>检验全部梯度(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="138" />
        <source>Re&amp;start</source>
        <translation>重新开始(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="147" />
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="151" />
        <source>&amp;Network</source>
        <translation>网络(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="157" />
        <source>&amp;Computational graph</source>
        <translation>计算图(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="163" />
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="167" />
        <source>&amp;Reset layout</source>
        <translation>恢复默认布局(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="170" />
        <source>&amp;Fit the network</source>
        <translation>显示整个网络(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="175" />
        <source>&amp;Edges show</source>
        <translation>连线显示(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="176" />
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="177" />
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="182" />
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="186" />
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/action_table.py" line="191" />
        <source>&amp;About bpviz</source>
        <translation>关于 bpviz(&amp;A)</translation>
    </message>
</context><context>
    <name>Breakpoints</name>
    <message>
        <location filename="../../bpviz/controls/breakpoints_panel.py" line="127" />
        <source>numbers that are not finite</source>
        <translation>出现不是有限数的值</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/breakpoints_panel.py" line="143" />
        <source>Paused: a number is not finite any more.</source>
        <translation>已暂停：出现了不是有限数的值。</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/breakpoints_panel.py" line="151" />
        <source>Breakpoints</source>
        <translation>断点</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/breakpoints_panel.py" line="152" />
        <source>Add breakpoint</source>
        <translation>添加断点</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/breakpoints_panel.py" line="153" />
        <source>Add this condition to the list</source>
        <translation>把这个条件加入列表</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/breakpoints_panel.py" line="154" />
        <source>Remove the selected condition (Del)</source>
        <translation>删除所选条件（Del）</translation>
    </message>
</context><context>
    <name>BugLab</name>
    <message>
        <location filename="../../bpviz/window/fault_banner.py" line="62" />
        <source>A fault is on in this run, on purpose: {fault}.</source>
        <translation>这次运行故意开启了错误：{fault}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/bug_lab.py" line="156" />
        <location filename="../../bpviz/window/fault_banner.py" line="66" />
        <source>Switch off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/bug_lab.py" line="130" />
        <source>Switch on one classic mistake. It is made in a new run from here on; the run that you have stays beside it. Watch the curves, then find it with the gradient check.</source>
        <translation>开启一个经典错误。它从这里起出现在一次新的运行中，现有的运行保留不变。请观察曲线，再用梯度检验找出它。</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/bug_lab.py" line="144" />
        <source>It makes no difference in this network</source>
        <translation>在这个网络中没有影响</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/bug_lab.py" line="150" />
        <source>Switch on</source>
        <translation>开启</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/bug_lab.py" line="151" />
        <source>Surprise me</source>
        <translation>随机开启</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/bug_lab.py" line="153" />
        <source>Switch on one of them without saying which</source>
        <translation>开启其中一个，但不说是哪一个</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/bug_lab.py" line="155" />
        <source>Tell me</source>
        <translation>揭晓</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/bug_lab.py" line="158" />
        <source>Go on from here without a mistake, in another new run</source>
        <translation>从这里起在另一次新的运行中继续，不带错误</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/bug_lab.py" line="184" />
        <source>On in this run: {fault}</source>
        <translation>这次运行中的错误：{fault}</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/bug_lab.py" line="191" />
        <source>Check the gradients of a few updates: which arrays are wrong, and by what factor?</source>
        <translation>请检验几次更新的梯度：哪些数组有错，差多少倍？</translation>
    </message>
</context><context>
    <name>ChangeWords</name>
    <message>
        <location filename="../../bpviz/look/change_words.py" line="35" />
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/change_words.py" line="36" />
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/change_words.py" line="37" />
        <source>decay</source>
        <translation>衰减率</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/change_words.py" line="38" />
        <source>β₁</source>
        <translation>β₁</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/change_words.py" line="39" />
        <source>β₂</source>
        <translation>β₂</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/change_words.py" line="40" />
        <source>ε</source>
        <translation>ε</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/change_words.py" line="41" />
        <source>L2 penalty</source>
        <translation>L2 惩罚</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/change_words.py" line="59" />
        <source>{parameter} set to {value}</source>
        <translation>{parameter} 设为 {value}</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/change_words.py" line="65" />
        <source>{node} on again</source>
        <translation>{node} 重新启用</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/change_words.py" line="67" />
        <source>{node} off</source>
        <translation>{node} 停用</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/change_words.py" line="71" />
        <source>sample {sample} next</source>
        <translation>下一个样本为 {sample}</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/change_words.py" line="75" />
        <source>fault: {title}</source>
        <translation>错误：{title}</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/change_words.py" line="77" />
        <source>no fault any more</source>
        <translation>不再有错误</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/change_words.py" line="90" />
        <source>{change} after update {update}</source>
        <translation>{change}（第 {update} 次更新后）</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/change_words.py" line="109" />
        <location filename="../../bpviz/look/change_words.py" line="91" />
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/change_words.py" line="102" />
        <source>{name} {value}</source>
        <translation>{name} {value}</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/change_words.py" line="108" />
        <source>the same settings</source>
        <translation>设置相同</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/change_words.py" line="113" />
        <source>{name} {value} instead of {former}</source>
        <translation>{name} {former} → {value}</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/change_words.py" line="115" />
        <source>{value} instead of {former}</source>
        <translation>{former} → {value}</translation>
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
        <location filename="../../bpviz/controls/choices.py" line="11" />
        <source>squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="12" />
        <source>binary cross-entropy</source>
        <translation>二元交叉熵</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="13" />
        <source>softmax cross-entropy</source>
        <translation>softmax 交叉熵</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="17" />
        <source>in order</source>
        <translation>按顺序</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="18" />
        <source>shuffled</source>
        <translation>打乱</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="19" />
        <source>drawn</source>
        <translation>随机抽取</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="23" />
        <source>normal</source>
        <translation>正态分布</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="24" />
        <source>uniform</source>
        <translation>均匀分布</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="25" />
        <source>Xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="26" />
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="34" />
        <location filename="../../bpviz/controls/choices.py" line="27" />
        <source>zeros</source>
        <translation>全零</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="28" />
        <source>constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="29" />
        <source>given</source>
        <translation>给定值</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="33" />
        <source>like the weights</source>
        <translation>与权重相同</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="38" />
        <source>float64 (double)</source>
        <translation>float64（双精度）</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/choices.py" line="39" />
        <source>float32 (single)</source>
        <translation>float32（单精度）</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="15" />
        <source>identity</source>
        <translation>恒等</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="16" />
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="17" />
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="18" />
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="19" />
        <source>leaky ReLU</source>
        <translation>leaky ReLU</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="20" />
        <source>softplus</source>
        <translation>softplus</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="21" />
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/change_words.py" line="27" />
        <source>gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/change_words.py" line="28" />
        <source>momentum</source>
        <translation>动量法</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/change_words.py" line="29" />
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/change_words.py" line="30" />
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
</context><context>
    <name>CommandPalette</name>
    <message>
        <location filename="../../bpviz/window/command_palette.py" line="48" />
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/command_palette.py" line="53" />
        <source>Type a part of its name</source>
        <translation>输入名称的一部分</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/command_palette.py" line="117" />
        <source>No command matches “{text}”.</source>
        <translation>没有与“{text}”匹配的命令。</translation>
    </message>
</context><context>
    <name>ConditionForm</name>
    <message>
        <location filename="../../bpviz/controls/condition_form.py" line="41" />
        <source>loss above</source>
        <translation>损失大于</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/condition_form.py" line="42" />
        <source>loss below</source>
        <translation>损失小于</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/condition_form.py" line="43" />
        <source>a wrong answer</source>
        <translation>预测错误</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/condition_form.py" line="44" />
        <source>a sample comes</source>
        <translation>遇到某个样本</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/condition_form.py" line="45" />
        <source>a parameter changes sign</source>
        <translation>参数变号</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/condition_form.py" line="46" />
        <source>gradient norm above</source>
        <translation>梯度范数大于</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/condition_form.py" line="47" />
        <source>gradient norm below</source>
        <translation>梯度范数小于</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/condition_form.py" line="124" />
        <source>Pause when</source>
        <translation>暂停条件</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/condition_form.py" line="125" />
        <source>Pause when this happens</source>
        <translation>发生这种情况时暂停</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/condition_form.py" line="126" />
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/condition_form.py" line="128" />
        <source>What the number is compared with</source>
        <translation>用来比较的数值</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/condition_form.py" line="131" />
        <source>sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/condition_form.py" line="132" />
        <source>Number of the sample in the training data</source>
        <translation>样本在训练数据中的编号</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/condition_form.py" line="143" />
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/condition_form.py" line="146" />
        <source>all layers</source>
        <translation>所有层</translation>
    </message>
</context><context>
    <name>Conditions</name>
    <message>
        <location filename="../../bpviz/look/condition_words.py" line="24" />
        <source>loss above {value}</source>
        <translation>损失大于 {value}</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/condition_words.py" line="26" />
        <source>loss below {value}</source>
        <translation>损失小于 {value}</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/condition_words.py" line="30" />
        <source>a sample is answered wrongly</source>
        <translation>有样本预测错误</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/condition_words.py" line="32" />
        <source>sample {sample} comes</source>
        <translation>遇到样本 {sample}</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/condition_words.py" line="35" />
        <source>{parameter} changes sign</source>
        <translation>{parameter} 变号</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/condition_words.py" line="39" />
        <source>gradient norm {of} above {value}</source>
        <translation>{of}的梯度范数大于 {value}</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/condition_words.py" line="41" />
        <source>gradient norm {of} below {value}</source>
        <translation>{of}的梯度范数小于 {value}</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/condition_words.py" line="48" />
        <source>Paused: {condition}.</source>
        <translation>已暂停：{condition}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/condition_words.py" line="54" />
        <source>of all layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/condition_words.py" line="55" />
        <source>of layer {layer}</source>
        <translation>第 {layer} 层</translation>
    </message>
</context><context>
    <name>Curves</name>
    <message>
        <location filename="../../bpviz/views/curve_menu.py" line="65" />
        <source>Runs ({count})</source>
        <translation>运行（{count}）</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_menu.py" line="71" />
        <source>Logarithmic loss</source>
        <translation>损失用对数坐标</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_menu.py" line="72" />
        <source>Log</source>
        <translation>对数</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_menu.py" line="74" />
        <source>Show the loss, and positive watches, on a logarithmic scale</source>
        <translation>损失和为正的监视值用对数坐标显示</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_menu.py" line="79" />
        <source>All runs of this session, to return to one</source>
        <translation>此会话的所有运行，可返回其中之一</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_menu.py" line="81" />
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_menu.py" line="83" />
        <source>Show the whole run (double click)</source>
        <translation>显示整个运行过程（双击）</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_menu.py" line="85" />
        <source>Copy values</source>
        <translation>复制数值</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_menu.py" line="86" />
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_menu.py" line="102" />
        <source>Every update</source>
        <translation>每次更新</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_menu.py" line="104" />
        <source>Mean over an epoch</source>
        <translation>一轮的平均</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_menu.py" line="105" />
        <source>Mean of {count} updates</source>
        <translation>{count} 次更新的平均</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/fault_note.py" line="49" />
        <source>Fault on: {title}</source>
        <translation>已开启错误：{title}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curves_panel.py" line="243" />
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curves_panel.py" line="246" />
        <source>Loss (logarithmic)</source>
        <translation>损失（对数）</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curves_panel.py" line="248" />
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curves_panel.py" line="250" />
        <source>Accuracy (%)</source>
        <translation>准确率（%）</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curves_panel.py" line="251" />
        <source>Watched</source>
        <translation>监视值</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curves_panel.py" line="262" />
        <source>Press Space to let it learn</source>
        <translation>按空格键开始学习</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curves_panel.py" line="271" />
        <source>Curves of the loss</source>
        <translation>损失曲线</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curves_panel.py" line="272" />
        <source>Curves of the accuracy</source>
        <translation>准确率曲线</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curves_panel.py" line="273" />
        <source>Curves of what is watched</source>
        <translation>监视值曲线</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_keys.py" line="48" />
        <source>with the fault</source>
        <translation>带有错误</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_keys.py" line="56" />
        <source>{watch}, from update {update} on</source>
        <translation>{watch}，自第 {update} 次更新起</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_keys.py" line="61" />
        <source>{count} more</source>
        <translation>另有 {count} 条</translation>
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
        <location filename="../../bpviz/views/curve_words.py" line="23" />
        <source>watch</source>
        <translation>监视</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_words.py" line="36" />
        <source>batch of update {update}</source>
        <translation>第 {update} 次更新的批次</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_words.py" line="39" />
        <source>mean of {count} batches</source>
        <translation>{count} 个批次的平均</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_words.py" line="46" />
        <source>{share} %</source>
        <translation>{share}%</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_words.py" line="53" />
        <source>after update {update}</source>
        <translation>第 {update} 次更新后</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_words.py" line="54" />
        <source>after update {update} · epoch {epoch}</source>
        <translation>第 {update} 次更新后 · 第 {epoch} 轮</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/curve_progress.py" line="45" />
        <source>going to update {update} … Esc cancels</source>
        <translation>正在前往第 {update} 次更新…按 Esc 取消</translation>
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
        <location filename="../../bpviz/window/error_bar.py" line="129" />
        <location filename="../../bpviz/window/error_bar.py" line="124" />
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/error_bar.py" line="125" />
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/error_bar.py" line="126" />
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
        <location filename="../../bpviz/nn/parameter_key.py" line="44" />
        <source>The network has no parameter {place}; open the network that it belongs to.</source>
        <translation>网络中没有参数 {place}；请打开它所属的网络。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/switched_off.py" line="66" />
        <source>Outputs cannot be switched off, for they are what the loss is made of: choose an input or a node of a hidden layer.</source>
        <translation>输出不能停用，因为损失由它们算出：请选择输入或隐藏层的节点。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/switched_off.py" line="74" />
        <source>There is no layer {layer} to switch a node off in: choose one from 0, the input, to {last}.</source>
        <translation>没有可停用节点的第 {layer} 层：请从 0（输入层）到 {last} 中选择。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/switched_off.py" line="84" />
        <source>There is no node {node} in layer {layer}, whose nodes count from 0 to {last}.</source>
        <translation>第 {layer} 层没有节点 {node}，该层节点的编号从 0 到 {last}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/parameters.py" line="89" />
        <source>{layers} layers need {layers} arrays of {name}; got {given}.</source>
        <translation>{layers} 层需要 {layers} 个 {name} 数组，现有 {given} 个。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/parameters.py" line="116" />
        <source>{name} has shape {given}; this network needs {needed}.</source>
        <translation>{name} 的形状是 {given}，这个网络需要 {needed}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/parameters.py" line="128" />
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
        <location filename="../../bpviz/nn/graph/tokens.py" line="34" />
        <source>{text} cannot stand in an expression: only numbers, names, + - * / ^, brackets and commas can.</source>
        <translation>表达式中不能有 {text}：只能用数、名称、+ - * / ^、括号和逗号。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/tokens.py" line="76" />
        <source>The expression is longer than {most} characters.</source>
        <translation>表达式超过 {most} 个字符。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/tokens.py" line="86" />
        <source>Type an expression, such as (a + b) * c.</source>
        <translation>请输入表达式，例如 (a + b) * c。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/builder.py" line="150" />
        <location filename="../../bpviz/nn/graph/tokens.py" line="113" />
        <source>{node} is too large for a number.</source>
        <translation>{node} 太大，超出数值范围。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/tokens.py" line="156" />
        <source>An operator, such as *, is missing before {text}.</source>
        <translation>{text} 前面缺少运算符，例如 *。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/tokens.py" line="159" />
        <source>A number or a name is missing before {text}.</source>
        <translation>{text} 前面缺少数或名称。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/tokens.py" line="162" />
        <source>A number or a name is missing at the end.</source>
        <translation>末尾缺少数或名称。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/tokens.py" line="165" />
        <source>This bracket closes nothing.</source>
        <translation>这个右括号没有对应的左括号。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/tokens.py" line="166" />
        <source>This bracket is never closed.</source>
        <translation>这个左括号没有对应的右括号。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/tokens.py" line="167" />
        <source>A comma can only stand between the operands of a function.</source>
        <translation>逗号只能用在函数的参数之间。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/tokens.py" line="170" />
        <source>There are more than {most} brackets in one another.</source>
        <translation>括号嵌套超过 {most} 层。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/network_graph.py" line="51" />
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
        <location filename="../../bpviz/nn/graph/terms.py" line="143" />
        <source>There is no function {name}; choose from {known}.</source>
        <translation>没有函数 {name}；可选的有 {known}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/terms.py" line="154" />
        <source>Wrong number of operands for {name}: {given} instead of {needed}.</source>
        <translation>{name} 的参数个数不对：应为 {needed} 个，现在是 {given} 个。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/terms.py" line="169" />
        <source>{name} is a function: write its operand in brackets.</source>
        <translation>{name} 是函数：请把参数写在括号里。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/terms.py" line="185" />
        <source>The expression has more than {most} parts in one another.</source>
        <translation>表达式嵌套超过 {most} 层。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/expression.py" line="88" />
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
        <location filename="../../bpviz/nn/graph/value_text.py" line="38" />
        <source>{name} must be a finite number; got {text}.</source>
        <translation>{name} 必须是有限数；现在是 {text}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/value_text.py" line="58" />
        <source>{name} must be a number, a list such as [1,2] or rows of one length such as [[1,2],[3,4]]; got {text}.</source>
        <translation>{name} 必须是数、列表（如 [1,2]）或长度相同的行（如 [[1,2],[3,4]]）；现在是 {text}。</translation>
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
        <location filename="../../bpviz/training/breakpoints.py" line="100" />
        <location filename="../../bpviz/training/change_check.py" line="46" />
        <source>There is no sample {sample}: the training data have {samples}.</source>
        <translation>没有样本 {sample}：训练数据共有 {samples} 个样本。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/change_check.py" line="83" />
        <source>A run can be changed {most} times; go back before some of the changes, or restart.</source>
        <translation>一次运行最多可更改 {most} 次；请退回到其中一些更改之前，或重新开始。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/experiment.py" line="138" />
        <location filename="../../bpviz/training/breakpoints.py" line="121" />
        <location filename="../../bpviz/training/change_check.py" line="99" />
        <source>{name} must be finite; got {value}.</source>
        <translation>{name} 必须是有限数；现在是 {value}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/watch_check.py" line="23" />
        <source>{given} numbers are to be watched; at most {most} can be at a time.</source>
        <translation>要监视 {given} 个数值，但同时最多只能监视 {most} 个。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/watch_check.py" line="33" />
        <source>The network has no {quantity} at layer {layer}, node {node}; remove that watch.</source>
        <translation>网络第 {layer} 层节点 {node} 没有 {quantity}；请删除这个监视。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/run_tree.py" line="70" />
        <source>There is no change to take back.</source>
        <translation>没有可撤销的更改。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/run_tree.py" line="87" />
        <source>No change has been taken back here.</source>
        <translation>这里没有撤销过的更改。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/run_tree.py" line="103" />
        <source>Run {run} is no longer kept; choose another one.</source>
        <translation>运行 {run} 已不再保留；请选择另一次运行。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="55" />
        <source>Unknown preset {key}; choose from {known}.</source>
        <translation>未知的预设 {key}；可选的有 {known}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="60" />
        <source>Unknown preset {key}; did you mean {alike}? The presets are {known}.</source>
        <translation>没有名为 {key} 的预设；是否指 {alike}？可用的预设有：{known}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/breakpoints.py" line="92" />
        <source>These data have no classes, so no answer is right or wrong; pause at a loss instead.</source>
        <translation>这些数据没有类别，预测无所谓对错；请改用损失作为暂停条件。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/breakpoints.py" line="111" />
        <source>There is no layer {layer}: the network has {layers}.</source>
        <translation>没有第 {layer} 层：网络共有 {layers} 层。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/engine.py" line="65" />
        <source>First parameters of shape {given} are given; this network needs {needed}.</source>
        <translation>给出的初始参数形状是 {given}，这个网络需要 {needed}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/examiner.py" line="66" />
        <location filename="../../bpviz/training/experiment.py" line="129" />
        <source>{name} must be {allowed}; got {value}.</source>
        <translation>{name} 必须 {allowed}；现在是 {value}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/fit_check.py" line="11" />
        <source>The input layer has {size} nodes, but the data have {needed}: make it {needed}.</source>
        <translation>输入层有 {size} 个节点，而数据有 {needed} 个：请改成 {needed}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/fit_check.py" line="15" />
        <source>The output layer has {size} nodes, but the data have {needed}: make it {needed}.</source>
        <translation>输出层有 {size} 个节点，而数据有 {needed} 个：请改成 {needed}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/fit_check.py" line="38" />
        <source>A batch of {batch} is more than the {samples} samples there are.</source>
        <translation>批次大小 {batch} 超过了样本总数 {samples}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/fit_check.py" line="55" />
        <source>The loss {loss} needs targets between 0 and 1; these data need squared_error.</source>
        <translation>损失函数 {loss} 要求目标值在 0 和 1 之间；这些数据要用 squared_error（平方误差）。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/fit_check.py" line="64" />
        <source>The loss {loss} needs targets that add up to 1 in every sample; these data need another loss.</source>
        <translation>损失函数 {loss} 要求每个样本的目标值之和为 1；这些数据要用别的损失函数。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/session_file.py" line="140" />
        <source>The file {path} could not be read: {reason}.</source>
        <translation>无法读取文件 {path}：{reason}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/session_file.py" line="160" />
        <source>{path} was written by a newer bpviz (format {version}; this one reads {known}): update bpviz to open it.</source>
        <translation>{path} 由较新的 bpviz 写成（格式 {version}，此版本只能读到 {known}）：请升级 bpviz 后再打开。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/session_file.py" line="278" />
        <source>{path} is not a whole bpviz session file ({reason}).</source>
        <translation>{path} 不是完整的 bpviz 会话文件（{reason}）。</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/picture_file.py" line="56" />
        <location filename="../../bpviz/training/whole_file.py" line="99" />
        <source>The file {path} could not be written: {reason}.</source>
        <translation>无法写入文件 {path}：{reason}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/session.py" line="143" />
        <source>Nothing is open yet; open a preset first.</source>
        <translation>还没有打开任何实验；请先打开一个预设。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/data_digest.py" line="37" />
        <source>The data {path} are not those that the run was saved with: put those back to open it, or open the data as they are now.</source>
        <translation>数据 {path} 已不是保存运行时的数据：请放回原来的数据再打开，或直接打开现在的数据。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/edit_field.py" line="152" />
        <source>“{text}” is not a number: type one such as −0.25 or 1e-3.</source>
        <translation>“{text}”不是数：请输入 −0.25 或 1e-3 这样的数。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/edit_field.py" line="166" />
        <source>There is no sample “{text}”: type a number from 1 to {count}.</source>
        <translation>没有样本“{text}”：请输入 1 到 {count} 之间的整数。</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_expression_source.py" line="69" />
        <source>The graph of this expression would have {count} nodes; up to {most} can be read.</source>
        <translation>这个表达式的计算图会有 {count} 个节点；最多 {most} 个才能看清。</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_network_source.py" line="78" />
        <source>No sample has been through the network yet. Let it take one step, then its numbers are here.</source>
        <translation>还没有样本经过网络。请先单步执行一次，数值就会出现在这里。</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_network_source.py" line="89" />
        <source>The graph of this network would have {count} nodes; up to {most} can be read. Look at one neuron of it, or open a small network.</source>
        <translation>这个网络的计算图会有 {count} 个节点，最多 {most} 个才看得清。请查看其中一个神经元，或打开一个小网络。</translation>
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
        <location filename="../../bpviz/window/error_bar.py" line="28" />
        <source>pre-activations of layer {layer}</source>
        <translation>第 {layer} 层的预激活值</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/error_bar.py" line="29" />
        <source>activations of layer {layer}</source>
        <translation>第 {layer} 层的激活值</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/error_bar.py" line="30" />
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/error_bar.py" line="31" />
        <source>deltas of layer {layer}</source>
        <translation>第 {layer} 层的误差项</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/error_bar.py" line="32" />
        <source>weight gradients of layer {layer}</source>
        <translation>第 {layer} 层的权重梯度</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/error_bar.py" line="35" />
        <source>bias gradients of layer {layer}</source>
        <translation>第 {layer} 层的偏置梯度</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/error_bar.py" line="36" />
        <source>weights of layer {layer}</source>
        <translation>第 {layer} 层的权重</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/error_bar.py" line="37" />
        <source>biases of layer {layer}</source>
        <translation>第 {layer} 层的偏置</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/error_bar.py" line="38" />
        <source>optimizer's memory of layer {layer}</source>
        <translation>第 {layer} 层的优化器状态</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/error_bar.py" line="148" />
        <source>In update {update} the {quantity} became infinite or undefined: the run cannot go on from here. Go back, or restart with a smaller learning rate.</source>
        <translation>第 {update} 次更新时，{quantity}变成无穷大或 NaN，运行无法继续。请后退，或用更小的学习率重新开始。</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/picture_file.py" line="78" />
        <source>There is not enough memory for so large a picture. Choose a smaller one.</source>
        <translation>内存不足以生成这么大的图片。请选择较小的尺寸。</translation>
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
        <location filename="../../bpviz/data/npz.py" line="66" />
        <source>{path} is not a whole .npz file: {reason}.</source>
        <translation>{path} 不是完整的 .npz 文件：{reason}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/npz.py" line="94" />
        <source>{path}: '{name}' holds Python objects, which are never read because they can run programs; save plain numbers.</source>
        <translation>{path}：“{name}”中有 Python 对象，它们能运行程序，所以从不读取；请只保存数值。</translation>
    </message>
    <message>
        <location filename="../../bpviz/data/npz.py" line="129" />
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
        <location filename="../../bpviz/controls/experiment_fields.py" line="48" />
        <source>Loss</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="49" />
        <source>What a wrong answer costs</source>
        <translation>预测错了要付多大代价</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="53" />
        <source>Batch</source>
        <translation>批次大小</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="54" />
        <source>Samples an update (0: all), and their order</source>
        <translation>每次更新用多少样本（0 为全部），以及样本的顺序</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="61" />
        <source>Weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="62" />
        <source>How the first weights are drawn, and scale</source>
        <translation>初始权重怎样抽取，以及放大多少倍</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="69" />
        <source>Biases</source>
        <translation>初始偏置</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="70" />
        <source>How the first biases are drawn</source>
        <translation>初始偏置怎样抽取</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="74" />
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="75" />
        <source>Of the first parameters and the order</source>
        <translation>决定初始参数和样本顺序</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="81" />
        <source>Data seed</source>
        <translation>数据种子</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="82" />
        <source>Of data that are drawn</source>
        <translation>决定随机生成的数据</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="86" />
        <source>Precision</source>
        <translation>数值精度</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_fields.py" line="87" />
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
    <message>
        <location filename="../../bpviz/controls/live_settings.py" line="162" />
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/live_settings.py" line="163" />
        <source>How gradients change the parameters</source>
        <translation>梯度怎样改变参数</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/live_settings.py" line="167" />
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/live_settings.py" line="168" />
        <source>η: how far a step goes</source>
        <translation>η：一步走多远</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/live_settings.py" line="172" />
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/live_settings.py" line="173" />
        <source>Share of the last step that is kept</source>
        <translation>上一步保留的比例</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/live_settings.py" line="177" />
        <source>Decay</source>
        <translation>衰减率</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/live_settings.py" line="178" />
        <source>Share of past squares that is kept</source>
        <translation>过去的平方保留的比例</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/live_settings.py" line="182" />
        <source>β₁, β₂</source>
        <translation>β₁、β₂</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/live_settings.py" line="183" />
        <source>Shares of past gradients and squares kept</source>
        <translation>过去的梯度和平方各保留的比例</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/live_settings.py" line="190" />
        <source>Epsilon</source>
        <translation>ε</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/live_settings.py" line="191" />
        <source>ε: keeps the divisor away from zero</source>
        <translation>ε：避免除数为零</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/live_settings.py" line="195" />
        <source>L2 penalty</source>
        <translation>L2 惩罚</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/live_settings.py" line="196" />
        <source>Weight of (sum of w²) / 2 in the loss</source>
        <translation>损失中 (Σw²) / 2 的系数</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_form.py" line="169" />
        <source>Takes effect at once</source>
        <translation>立即生效</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_form.py" line="171" />
        <source>Takes effect with a restart</source>
        <translation>重新开始后生效</translation>
    </message>
</context><context>
    <name>ExperimentPanel</name>
    <message>
        <location filename="../../bpviz/controls/experiment_panel.py" line="170" />
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_panel.py" line="172" />
        <source>Begin one of the prepared experiments</source>
        <translation>开始一个准备好的实验</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_panel.py" line="174" />
        <source>Your own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/experiment_panel.py" line="175" />
        <source>Apply and restart</source>
        <translation>应用并重新开始</translation>
    </message>
</context><context>
    <name>ExportDialog</name>
    <message>
        <location filename="../../bpviz/window/export_dialog.py" line="54" />
        <source>Export picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/export_dialog.py" line="62" />
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
</context><context>
    <name>ExportForm</name>
    <message>
        <location filename="../../bpviz/window/export_form.py" line="17" />
        <source>the network</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/export_form.py" line="18" />
        <source>the whole window</source>
        <translation>整个窗口</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/export_form.py" line="21" />
        <source>PNG, pixels</source>
        <translation>PNG（像素图）</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/export_form.py" line="22" />
        <source>SVG, lines and text</source>
        <translation>SVG（矢量图）</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/export_form.py" line="31" />
        <location filename="../../bpviz/window/export_form.py" line="25" />
        <source>as on the screen</source>
        <translation>与屏幕相同</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/export_form.py" line="26" />
        <source>twice as large</source>
        <translation>2 倍</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/export_form.py" line="27" />
        <source>three times as large</source>
        <translation>3 倍</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/export_form.py" line="28" />
        <source>four times as large</source>
        <translation>4 倍</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/export_form.py" line="32" />
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/export_form.py" line="33" />
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/export_form.py" line="34" />
        <source>transparent</source>
        <translation>透明</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/export_form.py" line="137" />
        <source>Picture of</source>
        <translation>内容</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/export_form.py" line="138" />
        <source>What is to be seen on the picture</source>
        <translation>图片中显示什么</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/export_form.py" line="142" />
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/export_form.py" line="143" />
        <source>SVG stays sharp at any size and can be edited</source>
        <translation>SVG 放大后依然清晰，而且可以编辑</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/export_form.py" line="149" />
        <source>Text and lines</source>
        <translation>文字与线条</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/export_form.py" line="150" />
        <source>Scale of the drawing</source>
        <translation>所画内容的大小</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/export_form.py" line="154" />
        <source>Width and height</source>
        <translation>宽与高</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/export_form.py" line="155" />
        <source>Of the picture, in pixels</source>
        <translation>图片的宽与高，以像素计</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/export_form.py" line="160" />
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/export_form.py" line="161" />
        <source>What is behind the network</source>
        <translation>网络后面的背景</translation>
    </message>
</context><context>
    <name>Faults</name>
    <message>
        <location filename="../../bpviz/nn/faults.py" line="46" />
        <source>Forgotten derivative</source>
        <translation>漏乘导数</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/faults.py" line="47" />
        <source>The deltas that come back to a hidden layer are not multiplied by the derivative f'(z) of its activation.</source>
        <translation>传回隐藏层的误差项没有乘以该层激活函数的导数 f'(z)。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/faults.py" line="52" />
        <source>The last layer is right. Every layer before it is wrong, weights and biases, and the farther from the output the more.</source>
        <translation>最后一层正确。它前面的每一层，权重和偏置都有错，而且离输出越远，错得越多。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/faults.py" line="59" />
        <source>Weights not transposed</source>
        <translation>权重没有转置</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/faults.py" line="60" />
        <source>Deltas go back through W.reshape(W.shape[::-1]) where W.T is meant: the shape fits, but the numbers stand in other places.</source>
        <translation>误差项反向经过的是 W.reshape(W.shape[::-1])，而本应是 W.T：形状相符，但数值的位置不对。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/faults.py" line="65" />
        <source>The last layer is right. A layer whose deltas came through a matrix with several rows and columns is wrong, and so are all before it; signs differ as well as sizes.</source>
        <translation>最后一层正确。误差项若经过多行多列的矩阵传来，该层及其前面各层都有错；大小和符号都会不同。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/faults.py" line="73" />
        <source>Sum instead of mean</source>
        <translation>求和而未取平均</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/faults.py" line="74" />
        <source>The samples' gradients are added up and never divided by their number.</source>
        <translation>各样本的梯度只相加，没有除以样本数。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/faults.py" line="78" />
        <source>Every derivative is too large by the same factor, the number of samples in the batch.</source>
        <translation>所有导数都大了同样的倍数，即批次中的样本数。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/faults.py" line="85" />
        <source>Biases that never learn</source>
        <translation>偏置从不学习</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/faults.py" line="86" />
        <source>Only the weights are given a gradient; that of the biases is 0.</source>
        <translation>只有权重得到梯度，偏置的梯度为 0。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/faults.py" line="89" />
        <source>All weights are right. All biases are wrong: 0 where numerical differentiation finds a slope.</source>
        <translation>权重全部正确。偏置全部有错：数值微分得到斜率的地方，这里是 0。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/faults.py" line="96" />
        <source>Gradients that leak</source>
        <translation>梯度残留</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/faults.py" line="97" />
        <source>Gradients are added to those of the batch before, which nobody has set back to zero.</source>
        <translation>上一批次的梯度没有清零，新的梯度加在了它上面。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/faults.py" line="102" />
        <source>The first batch is right in everything. From the second on every array is wrong, by what the earlier batches have left.</source>
        <translation>第一个批次全部正确。从第二个批次起每个数组都有错，差值就是前面批次留下的部分。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/faults.py" line="109" />
        <source>Bias inside the inner loop</source>
        <translation>偏置放进了内层循环</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/faults.py" line="110" />
        <source>A node's bias is updated in the loop over its weights: once for every incoming weight instead of once.</source>
        <translation>节点的偏置在遍历权重的循环里更新：本应更新一次，却对每个传入的权重各更新了一次。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/faults.py" line="115" />
        <source>All weights are right. Biases are too large by the number of inputs of their layer.</source>
        <translation>权重全部正确。偏置的导数大了若干倍，倍数是该层的输入个数。</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="60" />
        <source>a hidden fault</source>
        <translation>隐藏的错误</translation>
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
        <location filename="../../bpviz/window/file_dialogs.py" line="57" />
        <source>Export picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/file_dialogs.py" line="59" />
        <source>Pictures ({patterns})</source>
        <translation>图片 ({patterns})</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/file_dialogs.py" line="67" />
        <source>bpviz sessions (*.bpviz)</source>
        <translation>bpviz 会话 (*.bpviz)</translation>
    </message>
</context><context>
    <name>GradientCheck</name>
    <message>
        <location filename="../../bpviz/views/gradient_panel.py" line="133" />
        <source>The update to be checked was made before the fault was switched on or off: make a step first.</source>
        <translation>要检验的更新是在开启或关闭错误之前进行的：请先单步执行一次。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_panel.py" line="139" />
        <source>Found at another moment; check again for this one.</source>
        <translation>这是另一时刻的结果；请对当前时刻重新检验。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_panel.py" line="143" />
        <source>Compares every gradient of this update with what numerical differentiation finds: the loss a little to the right minus the loss a little to the left.</source>
        <translation>把这次更新的每个梯度与数值微分的结果比较：参数略微增大时的损失减去略微减小时的损失。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_words.py" line="34" />
        <source>No finite numbers: {arrays}</source>
        <translation>不是有限的数：{arrays}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_words.py" line="37" />
        <source>Wrong: {arrays}</source>
        <translation>有错：{arrays}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_words.py" line="41" />
        <source>Right so far: {done} of {count}</source>
        <translation>目前正确：{done} / {count}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_words.py" line="44" />
        <source>Right in all {count} compared</source>
        <translation>所比较的 {count} 个全部正确</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_words.py" line="46" />
        <source>Backpropagation is right</source>
        <translation>反向传播正确</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_words.py" line="51" />
        <source>Backprop {backprop}, numerical {numerical}: {ratio}×</source>
        <translation>反向传播 {backprop}，数值微分 {numerical}：{ratio} 倍</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_words.py" line="63" />
        <source>The update follows the optimizer's formula</source>
        <translation>更新符合优化器的公式</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_words.py" line="64" />
        <source>The update does not follow the optimizer's formula</source>
        <translation>更新不符合优化器的公式</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_words.py" line="74" />
        <source>{kinks} at a kink of ReLU, not compared</source>
        <translation>{kinks} 个在 ReLU 的折点处，未比较</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_words.py" line="81" />
        <source>The update agrees with the optimizer's formula (largest difference {error}).</source>
        <translation>更新与优化器的公式一致（最大相差 {error}）。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_words.py" line="87" />
        <source>The update does not agree with the optimizer's formula: off by {error}.</source>
        <translation>更新与优化器的公式不一致：相差 {error}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_words.py" line="98" />
        <source>All {count} derivatives take {backprop} by backpropagation and {numerical} by numerical differentiation: {ratio} times as long.</source>
        <translation>求全部 {count} 个导数，反向传播需要 {backprop}，数值微分需要 {numerical}，是前者的 {ratio} 倍。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_words.py" line="115" />
        <source>{kinks} of them lie at the kink of a ReLU, where the slope to the left is not the one to the right: both ways may differ there and be right, so they are not compared.</source>
        <translation>其中 {kinks} 个位于 ReLU 的折点，左右两侧斜率不同：两种方法结果不同也可能都对，因此不作比较。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_words.py" line="135" />
        <source>{number} µs</source>
        <translation>{number} 微秒</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_words.py" line="139" />
        <source>{number} ms</source>
        <translation>{number} 毫秒</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_words.py" line="143" />
        <source>{number} s</source>
        <translation>{number} 秒</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_words.py" line="146" />
        <source>{number} min</source>
        <translation>{number} 分钟</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/error_map.py" line="89" />
        <source>not compared</source>
        <translation>未比较</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/error_map.py" line="94" />
        <source>bias of node {node}: {number}</source>
        <translation>节点 {node} 的偏置：{number}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/error_map.py" line="96" />
        <source>weight from node {start} to node {node}: {number}</source>
        <translation>从节点 {start} 到节点 {node} 的权重：{number}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/error_map.py" line="102" />
        <source>Relative error by entry</source>
        <translation>各元素的相对误差</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_bar.py" line="91" />
        <source>Check some</source>
        <translation>抽样检验</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_bar.py" line="93" />
        <source>Check {count} entries of every array, drawn at random</source>
        <translation>每个数组随机抽取 {count} 个元素检验</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_bar.py" line="97" />
        <source>Check all</source>
        <translation>全部检验</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_bar.py" line="99" />
        <source>Check every entry; takes long in large networks</source>
        <translation>检验每个元素；网络大时耗时较长</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_bar.py" line="103" />
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_bar.py" line="105" />
        <source>End the check; what it has found stays (Esc)</source>
        <translation>结束检验；已得到的结果会保留 (Esc)</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_bar.py" line="108" />
        <source>Progress of the gradient check</source>
        <translation>梯度检验的进度</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_table.py" line="68" />
        <source>{checked} of {size} entries are checked</source>
        <translation>已检验 {checked} / {size} 个元素</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_table.py" line="74" />
        <source>Largest error at the bias of node {n}</source>
        <translation>误差最大的是节点 {n} 的偏置</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_table.py" line="77" />
        <source>Largest error at the weight from node {start} to node {end}</source>
        <translation>误差最大的是从节点 {start} 到节点 {end} 的权重</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_table.py" line="133" />
        <source>array</source>
        <translation>数组</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_table.py" line="135" />
        <source>mean |Δ|</source>
        <translation>平均 |Δ|</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_table.py" line="137" />
        <source>max error</source>
        <translation>最大误差</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_table.py" line="139" />
        <source>checked</source>
        <translation>已检验</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_table.py" line="144" />
        <source>Mean of |numerical − backpropagated| over the entries</source>
        <translation>各元素的 |数值微分 − 反向传播| 的平均</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_table.py" line="149" />
        <source>Largest |numerical − backpropagated|, relative to the larger of the two; more than 1e−5 is wrong</source>
        <translation>|数值微分 − 反向传播| 与两者中较大者之比的最大值；达到 1e−5 就是有错</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/gradient_table.py" line="155" />
        <source>How many entries of the array are checked</source>
        <translation>数组中已检验的元素个数</translation>
    </message>
</context><context>
    <name>GraphControls</name>
    <message>
        <location filename="../../bpviz/window/graph_bar.py" line="145" />
        <source>Take apart</source>
        <translation>拆开</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/graph_bar.py" line="147" />
        <source>Put together</source>
        <translation>合并</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/graph_bar.py" line="150" />
        <source>The operations, or the one that they make</source>
        <translation>显示各个运算，或它们合成的一个运算</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/graph_bar.py" line="153" />
        <source>Fold all</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/graph_bar.py" line="155" />
        <source>Unfold all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/graph_bar.py" line="159" />
        <source>Graph</source>
        <translation>计算图</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/graph_transport.py" line="108" />
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/graph_transport.py" line="110" />
        <source>Play both passes</source>
        <translation>播放前向与反向传播</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/graph_transport.py" line="113" />
        <source>Back to the beginning</source>
        <translation>回到起点</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/graph_transport.py" line="114" />
        <source>One pass back</source>
        <translation>后退一次传播</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/graph_transport.py" line="115" />
        <source>One operation back</source>
        <translation>后退一次运算</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/graph_transport.py" line="117" />
        <source>One operation forward</source>
        <translation>前进一次运算</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/graph_transport.py" line="118" />
        <source>One pass forward</source>
        <translation>前进一次传播</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/graph_transport.py" line="123" />
        <source>Where the passes stand</source>
        <translation>传播的当前位置</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/graph_expression_field.py" line="68" />
        <source>Expression</source>
        <translation>表达式</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/graph_expression_field.py" line="71" />
        <source>Type an expression, such as (a + b) * exp(c)</source>
        <translation>请输入表达式，例如 (a + b) * exp(c)</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/graph_expression_field.py" line="74" />
        <source>Numbers, names, + - * / ^ and brackets; exp, log, sigmoid, tanh, relu, leaky_relu, softplus, max(a, b), sum(x), affine(X, W, b), softmax_with_loss(scores, t).</source>
        <translation>数、名称、+ - * / ^ 和括号；exp、log、sigmoid、tanh、relu、leaky_relu、softplus、max(a, b)、sum(x)、affine(X, W, b)、softmax_with_loss(scores, t)。</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/graph_places.py" line="86" />
        <source> of {count}</source>
        <translation> / {count}</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/graph_places.py" line="111" />
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/graph_places.py" line="112" />
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/graph_places.py" line="113" />
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/graph_values_bar.py" line="85" />
        <source>Drag to the left or right, or click and type. An array is written as [1, 2] or [[1, 2], [3, 4]].</source>
        <translation>左右拖动，或点击后输入。数组写成 [1, 2] 或 [[1, 2], [3, 4]]。</translation>
    </message>
</context><context>
    <name>GraphFormulas</name>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="12" />
        <source>1 where x &amp;gt; 0, else 0</source>
        <translation>1（x &amp;gt; 0），否则 0</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="53" />
        <source>Addition</source>
        <translation>加法</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="58" />
        <source>It hands its gradient on to every operand as it is.</source>
        <translation>把梯度原样传给每个输入。</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="63" />
        <source>Subtraction</source>
        <translation>减法</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="68" />
        <source>It hands its gradient on: as it is to the first operand, with the other sign to the second.</source>
        <translation>把梯度原样传给第一个输入，变号后传给第二个输入。</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="75" />
        <source>Multiplication</source>
        <translation>乘法</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="80" />
        <source>Each operand gets the gradient times the other operand.</source>
        <translation>每个输入得到梯度与另一个输入的乘积。</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="85" />
        <source>Division</source>
        <translation>除法</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="90" />
        <source>The dividend gets the gradient divided by the divisor; the divisor gets it times −z / y.</source>
        <translation>被除数得到梯度除以除数；除数得到梯度乘以 −z / y。</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="97" />
        <source>Power</source>
        <translation>幂</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="102" />
        <source>The exponent comes down as a factor and becomes one less: x² has the slope 2x.</source>
        <translation>指数落下来成为系数，自身减一：x² 的斜率是 2x。</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="109" />
        <source>Change of sign</source>
        <translation>取相反数</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="114" />
        <source>It changes the gradient's sign, too.</source>
        <translation>梯度也随之变号。</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="117" />
        <source>Exponential</source>
        <translation>指数函数</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="122" />
        <source>Its value is its own derivative.</source>
        <translation>它的值就是它自己的导数。</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="125" />
        <source>Natural logarithm</source>
        <translation>自然对数</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="130" />
        <source>It divides the gradient by its operand.</source>
        <translation>把梯度除以它的输入。</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="133" />
        <source>Identity</source>
        <translation>恒等</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="138" />
        <source>It changes nothing, forward or backward.</source>
        <translation>前向和反向都不作改变。</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="141" />
        <source>Sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="146" />
        <source>Its derivative needs nothing but its value y; it is largest, ¼, at x = 0.</source>
        <translation>导数只用值 y 就能算出；在 x = 0 处最大，为 ¼。</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="152" />
        <source>Hyperbolic tangent</source>
        <translation>双曲正切</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="157" />
        <source>Its derivative needs nothing but its value y; it is largest, 1, at x = 0.</source>
        <translation>导数只用值 y 就能算出；在 x = 0 处最大，为 1。</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="164" />
        <source>y = x where x &amp;gt; 0, else 0</source>
        <translation>y = x（x &amp;gt; 0），否则 0</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="168" />
        <source>Where a number came through, its gradient goes back; elsewhere 0 does.</source>
        <translation>数值通过的地方，梯度也传回去；其余地方传回 0。</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="174" />
        <source>Leaky ReLU</source>
        <translation>leaky ReLU</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="175" />
        <source>y = x where x &amp;gt; 0, else 0.01 x</source>
        <translation>y = x（x &amp;gt; 0），否则 0.01 x</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="178" />
        <source>1 where x &amp;gt; 0, else 0.01</source>
        <translation>1（x &amp;gt; 0），否则 0.01</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="179" />
        <source>Where x is negative, a hundredth of the gradient still goes back.</source>
        <translation>x 为负时，仍有百分之一的梯度传回去。</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="185" />
        <source>Softplus</source>
        <translation>softplus</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="190" />
        <source>Its derivative is the sigmoid of x.</source>
        <translation>它的导数是 x 的 sigmoid。</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="193" />
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="198" />
        <source>1 where x is the larger, else 0</source>
        <translation>1（x 较大时），否则 0</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="199" />
        <source>1 where y is the larger, else 0</source>
        <translation>1（y 较大时），否则 0</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="201" />
        <source>The larger operand gets the gradient; equal ones get half of it each.</source>
        <translation>较大的输入得到梯度；相等时各得一半。</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="207" />
        <source>Sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="212" />
        <source>Every entry gets the gradient as it is.</source>
        <translation>每个元素都得到原样的梯度。</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="215" />
        <source>Affine: matrix product with bias</source>
        <translation>Affine：矩阵乘积加偏置</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="220" />
        <source>Every derivative has the shape of what it is the derivative by; the bias was added to every row, so it gets the sum of the rows.</source>
        <translation>对谁求导，导数就与谁的形状相同；偏置加到了每一行上，所以得到各行之和。</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="227" />
        <source>Softmax with loss</source>
        <translation>softmax 与损失</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="232" />
        <source>Softmax and cross-entropy were made for each other: what goes back is the answer minus the target, y − t, divided by the number of rows n.</source>
        <translation>softmax 与交叉熵正好相配：传回去的就是预测减去目标值 y − t，再除以行数 n。</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_formulas.py" line="246" />
        <source>sum of the rows of {g}</source>
        <translation>{g} 的各行之和</translation>
    </message>
</context><context>
    <name>GraphView</name>
    <message>
        <location filename="../../bpviz/views/graph_widget.py" line="203" />
        <location filename="../../bpviz/views/graph_widget.py" line="55" />
        <source>Computational graph</source>
        <translation>计算图</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_explanation_text.py" line="57" />
        <source>Several nodes drawn as one. A double click on it unfolds it.</source>
        <translation>多个节点画成了一个。双击即可展开。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_explanation_text.py" line="62" />
        <source>No derivative is asked for.</source>
        <translation>不求它的导数。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_explanation_text.py" line="63" />
        <source>Its derivative says how much L changes when it changes.</source>
        <translation>它的导数表示：它变化时，L 随之变化多少。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_explanation_text.py" line="88" />
        <source>the output by itself</source>
        <translation>输出对自身求导</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_words.py" line="65" />
        <location filename="../../bpviz/views/graph_explanation_text.py" line="91" />
        <source>through {name}</source>
        <translation>经过 {name}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_explanation_text.py" line="96" />
        <source>{name}, the sum</source>
        <translation>{name}，总和</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_explanation_text.py" line="98" />
        <source>{name}, so far</source>
        <translation>{name}，到目前为止</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_explanation_text.py" line="126" />
        <source>{name}, with all that has come back</source>
        <translation>{name}，累计</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_explanation_text.py" line="156" />
        <source>local</source>
        <translation>局部导数</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_explanation_text.py" line="171" />
        <source>not computed yet</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_explanation.py" line="132" />
        <source>The beginning</source>
        <translation>起点</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_explanation.py" line="135" />
        <source>Step forward: every node computes its value from what comes in. Then backward: every node multiplies what comes back with its local derivatives.

Click a node to have it explained; drag a given number to the left or right and both passes follow.</source>
        <translation>单步前进：每个节点用传入的值算出自己的值。然后是反向：每个节点把上游传来的梯度乘以自己的局部导数。

点击节点可查看它的说明；左右拖动给定的数值，前向和反向的结果都会随之改变。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_explanation.py" line="147" />
        <source>Not computed</source>
        <translation>无法计算</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_explanation.py" line="150" />
        <source>What is drawn is the last graph that could be.</source>
        <translation>图中是最后一个能够计算的计算图。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_explanation.py" line="163" />
        <source>Forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_explanation.py" line="167" />
        <source>Comes back</source>
        <translation>上游传来的梯度</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_explanation.py" line="173" />
        <source>Goes back: upstream × local</source>
        <translation>传给下游：上游梯度 × 局部导数</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_network_words.py" line="36" />
        <source>sample {number} of {total} of the batch; the network averages the gradients of all of them</source>
        <translation>批次中的样本 {number} / {total}；网络对全部样本的梯度取平均</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_network_words.py" line="42" />
        <source>sample {number} of {total} of the batch</source>
        <translation>批次中的样本 {number} / {total}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_network_words.py" line="48" />
        <source>L is the output of this node here, not the loss</source>
        <translation>这里的 L 是该节点的输出，不是损失</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_network_words.py" line="57" />
        <source>Weight, {edge}</source>
        <translation>权重，{edge}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_network_words.py" line="61" />
        <source>Bias of {node}</source>
        <translation>{node}的偏置</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_network_words.py" line="63" />
        <source>z, the weighted sum of {node}</source>
        <translation>z，{node}的加权和</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_network_words.py" line="65" />
        <source>Target of {node}</source>
        <translation>{node}的目标值</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_network_words.py" line="74" />
        <source>the network's gradient, with the L2 penalty</source>
        <translation>网络的梯度，含 L2 惩罚</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_network_words.py" line="76" />
        <source>the network's gradient, the mean over {rows} samples with the L2 penalty</source>
        <translation>网络的梯度，{rows} 个样本的平均值，含 L2 惩罚</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_network_words.py" line="81" />
        <source>the network's gradient, the mean over {rows} samples</source>
        <translation>网络的梯度，{rows} 个样本的平均值</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_words.py" line="16" />
        <source>forward {number} of {count}: {what}</source>
        <translation>前向 {number} / {count}：{what}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_words.py" line="19" />
        <source>backward {number} of {count}: {what}</source>
        <translation>反向 {number} / {count}：{what}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_words.py" line="29" />
        <source>the beginning: only what is given is known</source>
        <translation>起点：只知道给定的值</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_words.py" line="76" />
        <source>A variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_words.py" line="78" />
        <source>A number that stays as it is</source>
        <translation>常数</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_words.py" line="81" />
        <source>The loss, folded</source>
        <translation>损失（已折叠）</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_words.py" line="82" />
        <source>A neuron, folded</source>
        <translation>神经元（已折叠）</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_hover.py" line="79" />
        <source>{start} → {end}</source>
        <translation>{start} → {end}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_hover.py" line="103" />
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_hover.py" line="107" />
        <source>derivative</source>
        <translation>导数</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_hover.py" line="114" />
        <source>derivative through {name}</source>
        <translation>经由 {name} 的导数</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_legend.py" line="20" />
        <source>value, on the way forward</source>
        <translation>值（前向）</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/graph_legend.py" line="21" />
        <source>derivative of the output L by it, on the way back</source>
        <translation>输出 L 对它的导数（反向）</translation>
    </message>
    <message>
        <location filename="../../bpviz/scene/graph_folding.py" line="20" />
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/graph_display.py" line="98" />
        <source>No network yet. Choose a preset or open data.</source>
        <translation>还没有网络。请选择预设或打开数据。</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/graph_display.py" line="102" />
        <source>No sample has been through the network yet. Once one has, all its numbers are here.</source>
        <translation>还没有样本经过网络。一旦有样本经过，它的所有数字都会显示在这里。</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/graph_display.py" line="107" />
        <source>Load a sample</source>
        <translation>载入一个样本</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/graph_display.py" line="124" />
        <source>the last graph that could be computed</source>
        <translation>最后一个能够计算的计算图</translation>
    </message>
</context><context>
    <name>HelpDialogs</name>
    <message>
        <location filename="../../bpviz/window/help_dialogs.py" line="34" />
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/help_dialogs.py" line="64" />
        <source>About bpviz</source>
        <translation>关于 bpviz</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/help_dialogs.py" line="76" />
        <source>A time-travelling debugger for backpropagation.</source>
        <translation>可以时间旅行的反向传播调试器。</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/help_dialogs.py" line="77" />
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>自由软件：GNU 通用公共许可证第 3 版或更高版本，无任何担保。</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/help_dialogs.py" line="83" />
        <source>MNIST by Yann LeCun, Corinna Cortes and Christopher Burges: CC BY-SA 3.0. Icons by Lucide: ISC. Chinese characters from Noto Sans SC, formulas in STIX Two Math: SIL Open Font License 1.1.</source>
        <translation>MNIST 由 Yann LeCun、Corinna Cortes 和 Christopher Burges 制作：CC BY-SA 3.0。图标来自 Lucide：ISC。汉字来自 Noto Sans SC，公式使用 STIX Two Math：SIL 开放字体许可证 1.1。</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/help_dialogs.py" line="101" />
        <source>Walk from node to node</source>
        <translation>在节点之间移动</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/help_dialogs.py" line="102" />
        <source>Select nothing</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/help_dialogs.py" line="103" />
        <source>Pause, or end a gradient check</source>
        <translation>暂停，或结束梯度检验</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/help_dialogs.py" line="104" />
        <source>Enlarge, reduce or fit the network</source>
        <translation>放大、缩小网络，或显示整个网络</translation>
    </message>
</context><context>
    <name>Inspector</name>
    <message>
        <location filename="../../bpviz/views/operation_texts.py" line="130" />
        <source>Selected: {name}</source>
        <translation>选中：{name}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/operation_texts.py" line="131" />
        <source>Strongest: {name}</source>
        <translation>最强：{name}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="160" />
        <location filename="../../bpviz/views/explanation_rows.py" line="83" />
        <location filename="../../bpviz/views/explanation_rows.py" line="65" />
        <source>switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="74" />
        <source>Inputs {product}, the largest first</source>
        <translation>输入 {product}（从大到小）</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/edit_row.py" line="87" />
        <location filename="../../bpviz/views/explanation_rows.py" line="86" />
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="102" />
        <source>comes in</source>
        <translation>传入</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="106" />
        <source>goes out</source>
        <translation>传出</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="108" />
        <source>comes back</source>
        <translation>传回</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="110" />
        <source>Gradient {product}, sample by sample</source>
        <translation>梯度 {product}（逐个样本）</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="113" />
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="141" />
        <source>From later nodes, {product}</source>
        <translation>后一层传回 {product}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="143" />
        <source>Compared with the target</source>
        <translation>与目标值比较</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="177" />
        <source>… and {count} more</source>
        <translation>…其余 {count} 项</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="222" />
        <location filename="../../bpviz/views/explanation_rows.py" line="187" />
        <source>before</source>
        <translation>更新前</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="188" />
        <source>after</source>
        <translation>更新后</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="204" />
        <source>no. {number}</source>
        <translation>样本 {number}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="208" />
        <source>mean of {count} δ</source>
        <translation>{count} 个 δ 的平均</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/explanation_rows.py" line="217" />
        <source>with the fault</source>
        <translation>按错误的算法</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/operation_part.py" line="165" />
        <source>After {source}</source>
        <translation>参照 {source}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/operation_part.py" line="174" />
        <source>Fault: {fault}</source>
        <translation>错误：{fault}</translation>
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
        <location filename="../../bpviz/views/inspector_names.py" line="29" />
        <source>pixel {row}, {column}</source>
        <translation>像素 {row}, {column}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/inspector_names.py" line="36" />
        <source>output {name}</source>
        <translation>输出 {name}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/inspector_names.py" line="38" />
        <source>node {number}</source>
        <translation>节点 {number}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/selection_part.py" line="209" />
        <location filename="../../bpviz/views/inspector.py" line="135" />
        <source>Copy the numbers</source>
        <translation>复制数值</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/proof_panel.py" line="79" />
        <source>Both derivatives</source>
        <translation>两种导数</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/proof_panel.py" line="83" />
        <source>The loss of the batch along this parameter, all others held still, and the slope that backpropagation found</source>
        <translation>其他参数不变时，批次的损失随这个参数的变化，以及反向传播求出的斜率</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/proof_panel.py" line="93" />
        <source>This was before. Check again to know how it is now.</source>
        <translation>这是之前的结果。请重新检验，了解现在的情况。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/proof_panel.py" line="97" />
        <source>A ReLU is so close to its kink that it turns on or off within the step: here the two may differ, and both be right.</source>
        <translation>有一个 ReLU 离折点太近，在这一小步内就会开或关：此时两者可以不同，而且都对。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/proof_panel.py" line="103" />
        <source>They agree: backpropagation is right here.</source>
        <translation>两者一致：反向传播在这里正确。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/proof_panel.py" line="104" />
        <source>They differ: backpropagation is wrong here.</source>
        <translation>两者不同：反向传播在这里有错。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/proof_panel.py" line="130" />
        <source>Check of the derivative</source>
        <translation>导数检验</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/proof_panel.py" line="131" />
        <source>backpropagated</source>
        <translation>反向传播</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/proof_panel.py" line="132" />
        <source>numerical</source>
        <translation>数值微分</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/proof_panel.py" line="133" />
        <source>relative error</source>
        <translation>相对误差</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/selection_part.py" line="148" />
        <source>Click a node or an edge to see its numbers.</source>
        <translation>点击节点或连线，查看它的数值。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/selection_part.py" line="151" />
        <source>z, a and δ are those of the batch's sample {row} of {rows}.</source>
        <translation>z、a 和 δ 属于批次中的样本 {row} / {rows}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/selection_part.py" line="207" />
        <source>Copy the number</source>
        <translation>复制这个数值</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/selection_part.py" line="211" />
        <source>Copy the row</source>
        <translation>复制这一行</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/selection_part.py" line="213" />
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/selection_part.py" line="214" />
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/selection_part.py" line="216" />
        <source>Without the tick the node is silent: a and δ are 0</source>
        <translation>不勾选时节点停用：a 和 δ 都是 0</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/selection_part.py" line="218" />
        <source>Numbers of the selection</source>
        <translation>所选对象的数值</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/edit_sample.py" line="70" />
        <source>Next sample</source>
        <translation>下一个样本</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/edit_sample.py" line="71" />
        <source>of {count}</source>
        <translation>/ {count}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/edit_sample.py" line="74" />
        <source>Type the number of a sample: with Enter the next update learns from it alone</source>
        <translation>输入样本编号并按 Enter，下一次更新只用这个样本学习</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/formula_label.py" line="192" />
        <source>Copy the formula as text</source>
        <translation>将公式复制为文本</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/formula_label.py" line="193" />
        <source>Copy the formula as LaTeX</source>
        <translation>将公式复制为 LaTeX</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/edit_row.py" line="84" />
        <source>{symbol} now</source>
        <translation>{symbol} 现值</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/edit_row.py" line="89" />
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/edit_row.py" line="92" />
        <source>Type another value: Enter sets it, Escape keeps it</source>
        <translation>输入新值：Enter 确定，Esc 保留原值</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/edit_row.py" line="94" />
        <source>Check</source>
        <translation>检验</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/edit_row.py" line="96" />
        <source>Find its derivative numerically too, and compare</source>
        <translation>再用数值微分求它的导数，并作比较</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/inspector_header.py" line="63" />
        <source>Rows are samples: z = a W + b, W is (inputs, nodes)</source>
        <translation>每行一个样本：z = a W + b，W 的形状为 (输入数, 节点数)</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/inspector_header.py" line="66" />
        <source>Columns are samples: z = W a + b, W is (nodes, inputs)</source>
        <translation>每列一个样本：z = W a + b，W 的形状为 (节点数, 输入数)</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/code_label.py" line="88" />
        <source>Copy what is marked</source>
        <translation>复制选中的内容</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/code_label.py" line="89" />
        <source>Copy the code</source>
        <translation>复制代码</translation>
    </message>
</context><context>
    <name>NetworkView</name>
    <message>
        <location filename="../../bpviz/views/network_canvas.py" line="288" />
        <source>No network yet. Choose a preset or open data.</source>
        <translation>还没有网络。请选择预设或打开数据。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_headings.py" line="128" />
        <source>{quantity} to node {node}</source>
        <translation>到节点 {node} 的{quantity}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_headings.py" line="161" />
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_margins.py" line="39" />
        <location filename="../../bpviz/views/network_labels.py" line="120" />
        <source>target {value}</source>
        <translation>目标 {value}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_widget.py" line="285" />
        <location filename="../../bpviz/views/network_widget.py" line="89" />
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="108" />
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="109" />
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="110" />
        <source>last update</source>
        <translation>上次更新</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="111" />
        <source>contribution</source>
        <translation>贡献</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="118" />
        <source>all {total} edges</source>
        <translation>全部 {total} 条连线</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="119" />
        <source>all {total}</source>
        <translation>全部 {total}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="121" />
        <source>{drawn} of {total} edges</source>
        <translation>{drawn} / {total} 条连线</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="122" />
        <source>{drawn} of {total}</source>
        <translation>{drawn} / {total}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="131" />
        <source>edge: {quantity}</source>
        <translation>连线：{quantity}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="132" />
        <source>node: fill a, ring δ</source>
        <translation>节点：填充 a，外圈 δ</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="168" />
        <source>not computed yet</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="172" />
        <source>{quantity}, locked</source>
        <translation>{quantity}，已锁定</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="196" />
        <source>ring {deltas}</source>
        <translation>外圈 {deltas}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_legend.py" line="202" />
        <source>fill a</source>
        <translation>填充 a</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_heading_words.py" line="60" />
        <source>sample {number} of {total}</source>
        <translation>样本 {number} / {total}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_heading_words.py" line="89" />
        <source>Layer {number}</source>
        <translation>第 {number} 层</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_heading_words.py" line="92" />
        <source>{count} pixels</source>
        <translation>{count} 像素</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_heading_words.py" line="94" />
        <source>1 value</source>
        <translation>1 个值</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_heading_words.py" line="96" />
        <source>{count} values</source>
        <translation>{count} 个值</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_heading_words.py" line="97" />
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_words.py" line="49" />
        <source>Network {sizes} after {updates} updates.</source>
        <translation>网络 {sizes}，已更新 {updates} 次。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_words.py" line="51" />
        <source>Last: {operation}.</source>
        <translation>最近一次运算：{operation}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_words.py" line="60" />
        <source>It answers {answers}.</source>
        <translation>预测：{answers}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_words.py" line="63" />
        <source>The loss is {loss}.</source>
        <translation>损失为 {loss}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/network_words.py" line="71" />
        <location filename="../../bpviz/views/network_words.py" line="66" />
        <source>Selected: {name}.</source>
        <translation>选中：{name}。</translation>
    </message>
</context><context>
    <name>NodeMenu</name>
    <message>
        <location filename="../../bpviz/window/node_menu.py" line="74" />
        <source>Pause when its bias changes sign</source>
        <translation>偏置变号时暂停</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/node_menu.py" line="80" />
        <source>Show it as a graph</source>
        <translation>显示为计算图</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/node_menu.py" line="90" />
        <source>Pause when the weight changes sign</source>
        <translation>权重变号时暂停</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/node_menu.py" line="110" />
        <source>Switch it off</source>
        <translation>停用这个节点</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/node_menu.py" line="112" />
        <source>Switch it on again</source>
        <translation>重新启用这个节点</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/node_menu.py" line="122" />
        <source>Watch its activation a</source>
        <translation>监视激活值 a</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/node_menu.py" line="124" />
        <source>Watch its delta δ</source>
        <translation>监视误差项 δ</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/node_menu.py" line="126" />
        <source>Watch its bias b</source>
        <translation>监视偏置 b</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/node_menu.py" line="128" />
        <source>Watch the gradient of its bias</source>
        <translation>监视偏置的梯度</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/node_menu.py" line="130" />
        <source>Watch the weight w</source>
        <translation>监视权重 w</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/node_menu.py" line="132" />
        <source>Watch the weight's gradient</source>
        <translation>监视权重的梯度</translation>
    </message>
</context><context>
    <name>NodeNames</name>
    <message>
        <location filename="../../bpviz/look/node_names.py" line="37" />
        <source>Pixel in row {row}, column {column}</source>
        <translation>第 {row} 行第 {column} 列的像素</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/node_names.py" line="40" />
        <source>Input {name}</source>
        <translation>输入 {name}</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/node_names.py" line="43" />
        <source>Output {name}</source>
        <translation>输出 {name}</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/node_names.py" line="45" />
        <source>Node {node} of layer {layer}</source>
        <translation>第 {layer} 层的节点 {node}</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/node_names.py" line="51" />
        <source>{start} → {end}</source>
        <translation>{start} → {end}</translation>
    </message>
</context><context>
    <name>Operations</name>
    <message>
        <location filename="../../bpviz/look/words.py" line="26" />
        <source>batch loaded</source>
        <translation>载入批次</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="27" />
        <source>pre-activations of layer {layer}</source>
        <translation>第 {layer} 层的预激活值 z</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="30" />
        <source>activations of layer {layer}</source>
        <translation>第 {layer} 层的激活值 a</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="33" />
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="34" />
        <source>deltas of layer {layer}</source>
        <translation>第 {layer} 层的误差项 δ</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="35" />
        <source>gradients of layer {layer}</source>
        <translation>第 {layer} 层的梯度</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="38" />
        <source>parameters updated</source>
        <translation>更新参数</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="50" />
        <source>the beginning</source>
        <translation>起点</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/words.py" line="83" />
        <source>epoch {epoch}, update {update} · {operation}</source>
        <translation>第 {epoch} 轮，第 {update} 次更新 · {operation}</translation>
    </message>
</context><context>
    <name>Panels</name>
    <message>
        <location filename="../../bpviz/window/panels.py" line="32" />
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/panels.py" line="33" />
        <source>Breakpoints, watches</source>
        <translation>断点与监视</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/panels.py" line="34" />
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/panels.py" line="35" />
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/panels.py" line="36" />
        <source>Gradient check</source>
        <translation>梯度检验</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/panels.py" line="37" />
        <source>Bug lab</source>
        <translation>Bug 实验室</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/panels.py" line="38" />
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
</context><context>
    <name>ParameterWords</name>
    <message>
        <location filename="../../bpviz/look/parameter_words.py" line="14" />
        <source>bias {node} of layer {layer}</source>
        <translation>第 {layer} 层偏置 {node}</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/parameter_words.py" line="16" />
        <source>w {start}→{end} of layer {layer}</source>
        <translation>第 {layer} 层 w {start}→{end}</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/parameter_words.py" line="23" />
        <source>input {node}</source>
        <translation>输入 {node}</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/parameter_words.py" line="24" />
        <source>node {node} of layer {layer}</source>
        <translation>第 {layer} 层节点 {node}</translation>
    </message>
</context><context>
    <name>PictureChoices</name>
    <message>
        <location filename="../../bpviz/window/picture_choices.py" line="117" />
        <source>How the network is drawn</source>
        <translation>网络怎样绘制</translation>
    </message>
</context><context>
    <name>PictureOptions</name>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="20" />
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="21" />
        <source>gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="22" />
        <source>last update</source>
        <translation>上次更新</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="23" />
        <source>contributions a · w</source>
        <translation>贡献 a · w</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="28" />
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="29" />
        <source>by layer</source>
        <translation>按层</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="30" />
        <source>by network</source>
        <translation>按整个网络</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="31" />
        <source>locked as it is now</source>
        <translation>锁定为当前值</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="34" />
        <source>the strongest 1,000</source>
        <translation>最强的 1,000 条</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="35" />
        <source>the strongest 2,000</source>
        <translation>最强的 2,000 条</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="36" />
        <source>the strongest 4,000</source>
        <translation>最强的 4,000 条</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="37" />
        <source>the strongest 16,000</source>
        <translation>最强的 16,000 条</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="38" />
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="147" />
        <source>Edges show</source>
        <translation>连线显示</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="148" />
        <source>The number that an edge's colour stands for</source>
        <translation>连线的颜色代表哪个数值</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="154" />
        <source>Colour scale</source>
        <translation>颜色标度</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="155" />
        <source>Which numbers share a scale of colours. A locked scale stays, so that colours can be compared over time</source>
        <translation>哪些数值共用一个颜色标度。锁定的标度保持不变，以便比较不同时刻的颜色</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="163" />
        <source>Edges drawn</source>
        <translation>绘制连线</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="164" />
        <source>How many edges between two layers, at most</source>
        <translation>两层之间最多绘制多少条连线</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="170" />
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="171" />
        <source>Whose numbers are shown, of those in the batch</source>
        <translation>显示批次中哪个样本的数值</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="177" />
        <source>Digits</source>
        <translation>有效数字</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="178" />
        <source>How many significant digits numbers have</source>
        <translation>数值显示几位有效数字</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="201" />
        <source>Picture</source>
        <translation>绘制</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="203" />
        <source>Numbers do not move</source>
        <translation>数值不移动</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="205" />
        <source>Shows the result of every operation at once</source>
        <translation>立即显示每次运算的结果</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/picture_options.py" line="227" />
        <source> of {count}</source>
        <translation> / {count}</translation>
    </message>
</context><context>
    <name>PlaceFields</name>
    <message>
        <location filename="../../bpviz/controls/place_fields.py" line="114" />
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/place_fields.py" line="115" />
        <source>Layer of the network</source>
        <translation>网络的层</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/place_fields.py" line="118" />
        <source>node</source>
        <translation>节点</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/place_fields.py" line="119" />
        <source>Node of that layer</source>
        <translation>该层的节点</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/place_fields.py" line="122" />
        <source>from</source>
        <translation>来自</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/place_fields.py" line="123" />
        <source>Node of the layer before that the weight is of</source>
        <translation>权重来自前一层的哪个节点</translation>
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
        <location filename="../../bpviz/nn/graph/presets.py" line="65" />
        <source>Apples</source>
        <translation>买苹果</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/presets.py" line="66" />
        <source>Two apples and the tax on them: what the price owes to each number.</source>
        <translation>两个苹果加消费税：每个数对总价有多大影响。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/presets.py" line="75" />
        <source>Apples and oranges</source>
        <translation>买苹果和橙子</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/presets.py" line="76" />
        <source>Two apples, three oranges and the tax: a sum hands its gradient on to both sides.</source>
        <translation>两个苹果、三个橙子加消费税：加法把梯度原样传给两边。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/presets.py" line="86" />
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/presets.py" line="87" />
        <source>Lets positive numbers through, and their gradients; the rest is 0.</source>
        <translation>让正数和它们的梯度通过，其余为 0。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/presets.py" line="96" />
        <source>Sigmoid, taken apart</source>
        <translation>拆开的 sigmoid</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/presets.py" line="97" />
        <source>Times -1, exp, plus 1, one over: put together, its derivative is y (1 - y).</source>
        <translation>乘 -1、exp、加 1、取倒数：合起来，导数是 y (1 - y)。</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/presets.py" line="108" />
        <source>Affine and softmax with loss</source>
        <translation>Affine 与 softmax 损失</translation>
    </message>
    <message>
        <location filename="../../bpviz/nn/graph/presets.py" line="109" />
        <source>A batch through one layer, X W + b, to softmax with cross-entropy, whose derivative is (y - t) / rows.</source>
        <translation>一个批次经过一层 X W + b，到 softmax 与交叉熵，导数是 (y - t) / 行数。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="85" />
        <source>Quadratic regression</source>
        <translation>二次函数回归</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="86" />
        <source>Fit y = x² with noise: 30 points, one update a sample, 2-100-400-1.</source>
        <translation>拟合带噪声的 y = x²：30 个点，每个样本更新一次，2-100-400-1。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="117" />
        <source>Chain rule</source>
        <translation>链式法则</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="118" />
        <source>One node a layer, 1-1-1-1: backpropagation in its barest form.</source>
        <translation>每层一个节点，1-1-1-1：最简单的反向传播。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="145" />
        <source>MNIST, sigmoid layers</source>
        <translation>MNIST：sigmoid 层</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="146" />
        <source>Handwritten digits one at a time: sigmoid layers and squared error.</source>
        <translation>手写数字，逐个样本：sigmoid 层与平方误差。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="176" />
        <source>MNIST, softmax and cross-entropy</source>
        <translation>MNIST：softmax 与交叉熵</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="177" />
        <source>Handwritten digits with a softmax output, whose delta is S - Y.</source>
        <translation>手写数字，softmax 输出，误差项为 S - Y。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="205" />
        <source>MNIST, TwoLayerNet with ReLU</source>
        <translation>MNIST：TwoLayerNet 与 ReLU</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="206" />
        <source>784-50-10 with ReLU and softmax, batches of 100 drawn at random.</source>
        <translation>784-50-10，ReLU 与 softmax，每批次随机抽取 100 个样本。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="235" />
        <source>MNIST, mini-batches</source>
        <translation>MNIST：小批次</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="236" />
        <source>Network([784, 30, 10]): sigmoid layers, mini-batches of 10.</source>
        <translation>Network([784, 30, 10])：sigmoid 层，每批次 10 个样本。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="265" />
        <source>Mazur's worked example</source>
        <translation>Mazur 的算例</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="266" />
        <source>The well-known 2-2-2 example, with its published numbers.</source>
        <translation>著名的 2-2-2 例子，用原文的数值。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="318" />
        <source>Exclusive or</source>
        <translation>异或</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="319" />
        <source>Four corners that no straight line can separate.</source>
        <translation>四个角，没有一条直线能把它们分开。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="328" />
        <source>Circles</source>
        <translation>同心圆</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="329" />
        <source>A disc inside a ring.</source>
        <translation>圆环里的圆盘。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="338" />
        <source>Spiral</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="339" />
        <source>Two arms wound around each other: the hard one.</source>
        <translation>两条互相缠绕的旋臂：最难的一个。</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="348" />
        <source>Moons</source>
        <translation>双月</translation>
    </message>
    <message>
        <location filename="../../bpviz/training/presets.py" line="349" />
        <source>Two half circles that reach into each other.</source>
        <translation>两个互相交错的半圆。</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/graph_choices.py" line="10" />
        <source>Your own expression</source>
        <translation>自定义表达式</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/graph_choices.py" line="11" />
        <source>One neuron of the network</source>
        <translation>网络中的一个神经元</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/graph_choices.py" line="12" />
        <source>The whole network</source>
        <translation>整个网络</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/graph_choices.py" line="17" />
        <source>Type what you like; a name that stands in two places adds up its derivatives.</source>
        <translation>表达式可随意输入；一个名称出现在多处时，各处的导数相加。</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/graph_choices.py" line="21" />
        <source>One node of the network, with the weights and the sample of the moment.</source>
        <translation>网络中的一个节点，使用当前的权重和样本。</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/graph_choices.py" line="25" />
        <source>The network with its weights and sample of the moment: a double click on a node unfolds it.</source>
        <translation>整个网络，使用当前的权重和样本：双击节点可将它展开。</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/preset_words.py" line="21" />
        <source>{preset} (changed)</source>
        <translation>{preset}（已更改）</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/preset_words.py" line="31" />
        <source>Changed: {layers} with {activations}, {batches}.</source>
        <translation>已更改：{layers}，{activations}，{batches}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/preset_words.py" line="57" />
        <source>all samples at once</source>
        <translation>一次全部样本</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/preset_words.py" line="59" />
        <source>one sample at a time</source>
        <translation>每次一个样本</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/preset_words.py" line="60" />
        <source>batches of {size}</source>
        <translation>批次大小 {size}</translation>
    </message>
</context><context>
    <name>Regression</name>
    <message>
        <location filename="../../bpviz/views/regression_plot.py" line="157" />
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/regression_plot.py" line="160" />
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/regression_plot.py" line="166" />
        <source>Open an experiment to see its data</source>
        <translation>打开一个实验，查看它的数据</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/regression_plot.py" line="176" />
        <location filename="../../bpviz/views/regression_plot.py" line="173" />
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/regression_plot.py" line="175" />
        <source>network (out of view)</source>
        <translation>网络（在视野外）</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/regression_plot.py" line="186" />
        <source>learning from</source>
        <translation>正在学习</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/regression_plot.py" line="190" />
        <source>a − y before the update</source>
        <translation>更新前的 a − y</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/regression_plot.py" line="192" />
        <source>residuals a − y</source>
        <translation>残差 a − y</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/regression_plot.py" line="197" />
        <source>a − y was {residual}</source>
        <translation>更新前 a − y = {residual}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/regression_plot.py" line="199" />
        <source>a − y = {residual}</source>
        <translation>a − y = {residual}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/regression_plot.py" line="204" />
        <source>Data and fitted curve</source>
        <translation>数据与拟合曲线</translation>
    </message>
</context><context>
    <name>Results</name>
    <message>
        <location filename="../../bpviz/views/batch_table.py" line="114" />
        <location filename="../../bpviz/views/sample_view.py" line="128" />
        <source>Press Down for the first operation: it loads a sample</source>
        <translation>按 ↓ 键执行第一次运算：载入一个样本</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/sample_view.py" line="137" />
        <source>Sample {number}</source>
        <translation>样本 {number}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/sample_view.py" line="139" />
        <source>Sample {number}, {row} of {count} in the batch</source>
        <translation>样本 {number}（批次中 {row} / {count}）</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/batch_model.py" line="111" />
        <source>sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/batch_model.py" line="113" />
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/batch_model.py" line="115" />
        <source>answer a</source>
        <translation>预测 a</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/batch_model.py" line="117" />
        <source>target y</source>
        <translation>目标 y</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/batch_model.py" line="119" />
        <source>a − y</source>
        <translation>a − y</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/edit_sample_menu.py" line="19" />
        <source>Step sample {number} next</source>
        <translation>下一次更新用样本 {number}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/batch_table.py" line="106" />
        <source>Answers to the batch</source>
        <translation>对批次的预测</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/batch_table.py" line="118" />
        <source>No answer yet: the forward pass is under way</source>
        <translation>还没有预测：前向传播正在进行</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/output_bars.py" line="84" />
        <source>Outputs of the network</source>
        <translation>网络的输出</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/output_bars.py" line="226" />
        <source>Right is {right}. No answer yet.</source>
        <translation>应为 {right}，还没有预测。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/output_bars.py" line="231" />
        <source>The network says {given}, rightly.</source>
        <translation>网络预测 {given}，正确。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/output_bars.py" line="234" />
        <source>The network says {given}; right is {right}.</source>
        <translation>网络预测 {given}，应为 {right}。</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/results_panel.py" line="107" />
        <source>Open an experiment to see its results</source>
        <translation>打开一个实验，查看它的结果</translation>
    </message>
</context><context>
    <name>RunTo</name>
    <message>
        <location filename="../../bpviz/controls/run_to.py" line="120" />
        <source>Run to</source>
        <translation>运行到</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/run_to.py" line="122" />
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/run_to.py" line="123" />
        <source>The moment after so many updates</source>
        <translation>完成这么多次更新后的时刻</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/run_to.py" line="126" />
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/run_to.py" line="126" />
        <source>Where an epoch begins</source>
        <translation>这一轮开始的时刻</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/run_to.py" line="129" />
        <source>sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/run_to.py" line="130" />
        <source>The next time that this training sample comes</source>
        <translation>下一次遇到这个训练样本的时刻</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/run_to.py" line="132" />
        <source>the next wrong answer</source>
        <translation>下一次预测错误</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/run_to.py" line="136" />
        <source>Go to the update</source>
        <translation>前往这次更新</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/run_to.py" line="137" />
        <source>Go to the epoch</source>
        <translation>前往这一轮</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/run_to.py" line="138" />
        <source>Run to the sample</source>
        <translation>运行到这个样本</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/run_to.py" line="139" />
        <source>Run to the next wrong answer</source>
        <translation>运行到下一次预测错误</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/run_to.py" line="143" />
        <source>Go</source>
        <translation>前往</translation>
    </message>
</context><context>
    <name>Runs</name>
    <message>
        <location filename="../../bpviz/views/run_words.py" line="18" />
        <source>run {number}</source>
        <translation>运行 {number}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/run_words.py" line="31" />
        <source>as it began</source>
        <translation>未作更改</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/run_words.py" line="38" />
        <source>update {update}: {change}</source>
        <translation>第 {update} 次更新后：{change}</translation>
    </message>
    <message>
        <location filename="../../bpviz/views/run_note.py" line="45" />
        <source>{run} — click to return to it</source>
        <translation>{run} — 点击返回这次运行</translation>
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
        <location filename="../../bpviz/controls/granularity_buttons.py" line="39" />
        <source>How far the step buttons go</source>
        <translation>单步按钮一次走多远</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_bar.py" line="149" />
        <source>{place} · planned end</source>
        <translation>{place} · 计划终点</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_bar.py" line="152" />
        <source>{place} · paused: {condition}</source>
        <translation>{place} · 已暂停：{condition}</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_bar.py" line="170" />
        <source>Checking gradients · Esc ends it</source>
        <translation>正在检验梯度 · 按 Esc 结束</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_bar.py" line="173" />
        <source>{count} samples/s</source>
        <translation>{count} 个样本/秒</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_bar.py" line="177" />
        <source>{count}/s reached</source>
        <translation>实际 {count}/秒</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_bar.py" line="233" />
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_bar.py" line="235" />
        <source>End the gradient check</source>
        <translation>结束梯度检验</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_bar.py" line="237" />
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_bar.py" line="240" />
        <source>Restart from the first parameters</source>
        <translation>从初始参数重新开始</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_bar.py" line="252" />
        <source>Transport</source>
        <translation>运行控制</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_bar.py" line="255" />
        <source>Speed of a run</source>
        <translation>运行速度</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/transport_bar.py" line="258" />
        <source>Where the run stands</source>
        <translation>当前位置</translation>
    </message>
</context><context>
    <name>Watches</name>
    <message>
        <location filename="../../bpviz/controls/watches_panel.py" line="112" />
        <location filename="../../bpviz/controls/watch_form.py" line="55" />
        <source>Watch</source>
        <translation>监视</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/watch_form.py" line="57" />
        <source>What is drawn against the updates</source>
        <translation>随更新次数画出的数值</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/watch_form.py" line="66" />
        <source>all layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/watch_form.py" line="68" />
        <source>input</source>
        <translation>输入层</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/watches_panel.py" line="105" />
        <source>Nothing is watched. Choose a number below.</source>
        <translation>还没有监视任何数值。请在下面选择。</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/watches_panel.py" line="111" />
        <source>Watches</source>
        <translation>监视</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/watches_panel.py" line="113" />
        <source>Draw this number against the updates</source>
        <translation>画出这个数值随更新次数的变化</translation>
    </message>
    <message>
        <location filename="../../bpviz/controls/watches_panel.py" line="114" />
        <source>Stop watching the selected number (Del)</source>
        <translation>不再监视所选数值（Del）</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/watch_words.py" line="14" />
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/watch_words.py" line="15" />
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/watch_words.py" line="16" />
        <source>activation a</source>
        <translation>激活值 a</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/watch_words.py" line="17" />
        <source>delta δ</source>
        <translation>误差项 δ</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/watch_words.py" line="18" />
        <source>gradient of a weight</source>
        <translation>权重的梯度</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/watch_words.py" line="19" />
        <source>gradient of a bias</source>
        <translation>偏置的梯度</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/watch_words.py" line="20" />
        <source>norm of the weights</source>
        <translation>权重的范数</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/watch_words.py" line="21" />
        <source>norm of the gradient</source>
        <translation>梯度的范数</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/watch_words.py" line="39" />
        <source>∂L/∂ {parameter}</source>
        <translation>{parameter} 的梯度</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/watch_words.py" line="42" />
        <source>a of {node}</source>
        <translation>{node} 的 a</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/watch_words.py" line="45" />
        <source>δ of {node}</source>
        <translation>{node} 的 δ</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/watch_words.py" line="50" />
        <source>norm of w, layer {layer}</source>
        <translation>第 {layer} 层 w 的范数</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/watch_words.py" line="51" />
        <source>norm of w, all layers</source>
        <translation>所有层 w 的范数</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/watch_words.py" line="56" />
        <source>norm of ∂L/∂w, layer {layer}</source>
        <translation>第 {layer} 层 ∂L/∂w 的范数</translation>
    </message>
    <message>
        <location filename="../../bpviz/look/watch_words.py" line="57" />
        <source>norm of ∂L/∂w, all layers</source>
        <translation>所有层 ∂L/∂w 的范数</translation>
    </message>
</context><context>
    <name>Workspaces</name>
    <message>
        <location filename="../../bpviz/window/workspace_tabs.py" line="46" />
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/workspace_tabs.py" line="47" />
        <source>Graph</source>
        <translation>计算图</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/workspace_tabs.py" line="48" />
        <source>The network (Ctrl+1)</source>
        <translation>网络（Ctrl+1）</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/workspace_tabs.py" line="49" />
        <source>Computational graphs (Ctrl+2)</source>
        <translation>计算图（Ctrl+2）</translation>
    </message>
    <message>
        <location filename="../../bpviz/window/workspace_tabs.py" line="50" />
        <source>Workspaces</source>
        <translation>工作区</translation>
    </message>
</context></TS>
