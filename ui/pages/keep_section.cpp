#include "ui/pages/plan_sections.h"
#include "ui/widgets/rule_list_editor.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

namespace aq {
namespace {

std::vector<Rule> keepRules(const QStringList& patterns)
{
    std::vector<Rule> rules;
    for (const QString& pattern : patterns)
        rules.push_back({pattern, {}, true});
    return rules;
}

} // namespace

KeepSection::KeepSection(QWidget* parent)
    : RecipeSection(tr("Keep exact"), parent)
    , m_oneDimensional(new QCheckBox(tr("&1-D tensors")))
    , m_sensitive(new QCheckBox(tr("Names known to be &sensitive")))
    , m_architecture(new QCheckBox(tr("What the architecture &needs exact")))
    , m_below(new QSpinBox)
    , m_recognised(new QLabel)
    , m_patterns(new RuleListEditor(RuleListModel::Kind::Patterns, tr("Sensitive patterns")))
    , m_names(new RuleListEditor(RuleListModel::Kind::Patterns, tr("Sensitive names")))
    , m_namesBox(new QWidget)
{
    m_oneDimensional->setToolTip(tr("Biases, norms and scales: small, and they matter"));
    m_sensitive->setToolTip(tr("Embeddings, norms, first and last layers of common models"));
    m_below->setRange(0, 1'000'000'000);
    m_below->setKeyboardTracking(false);
    m_below->setGroupSeparatorShown(true);
    m_recognised->setWordWrap(true);
    m_recognised->setTextFormat(Qt::PlainText);
    m_recognised->setForegroundRole(QPalette::PlaceholderText);
    m_recognised->setAccessibleDescription(tr("recognised architecture"));
    setRecognised({});

    auto* form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(m_oneDimensional);
    addRow(*form, tr("Tensors &under:"), m_below, tr("Tensors with fewer elements stay exact"));
    m_below->setSuffix(tr(" elements"));
    form->addRow(m_architecture);
    form->addRow(m_recognised);
    form->addRow(m_sensitive);
    form->addRow(new QLabel(tr("Sensitive patterns:")));
    form->addRow(m_patterns);
    auto* names = new QVBoxLayout(m_namesBox);
    names->setContentsMargins(0, 0, 0, 0);
    names->addWidget(new QLabel(tr("Sensitive names:")));
    names->addWidget(m_names);
    form->addRow(m_namesBox);

    connect(m_oneDimensional, &QCheckBox::toggled, this, [this](bool on) {
        change(on ? tr("Keep 1-D tensors") : tr("Quantize 1-D tensors"),
            [on](Recipe& r) { r.keepOneDimensional = on; });
    });
    connect(m_sensitive, &QCheckBox::toggled, this, [this](bool on) {
        change(on ? tr("Keep sensitive names") : tr("Quantize sensitive names"),
            [on](Recipe& r) { r.keepSensitive = on; });
    });
    connect(m_architecture, &QCheckBox::toggled, this, [this](bool on) {
        change(on ? tr("Keep the architecture's list") : tr("Quantize the architecture's list"),
            [on](Recipe& r) { r.keepArchitectureList = on; });
    });
    connect(m_below, &QSpinBox::valueChanged, this, [this](int value) {
        change(tr("Keep tensors under %1 elements").arg(value),
            [value](Recipe& r) { r.keepBelowElements = value; });
    });
    connect(&m_patterns->model(), &RuleListModel::edited, this, [this](const QString& what) {
        change(what, [this](Recipe& r) { r.sensitivePatterns = m_patterns->model().patterns(); });
    });
    connect(&m_names->model(), &RuleListModel::edited, this, [this](const QString& what) {
        change(what, [this](Recipe& r) { r.sensitiveNames = m_names->model().patterns(); });
    });
}

void KeepSection::setRecognised(const QString& architecture)
{
    m_recognised->setText(architecture.isEmpty()
            ? tr("No known architecture: nothing is kept for it")
            : architecture);
}

void KeepSection::setCounts(const QHash<QString, QString>& counts)
{
    m_patterns->model().setCounts(counts);
    m_names->model().setCounts(counts);
}

void KeepSection::showRecipe(const Recipe& recipe)
{
    m_oneDimensional->setChecked(recipe.keepOneDimensional);
    m_sensitive->setChecked(recipe.keepSensitive);
    m_architecture->setChecked(recipe.keepArchitectureList);
    m_below->setValue(int(std::min<std::int64_t>(recipe.keepBelowElements, m_below->maximum())));
    m_patterns->model().setRules(keepRules(recipe.sensitivePatterns));
    m_names->model().setRules(keepRules(recipe.sensitiveNames));
    m_namesBox->setVisible(!recipe.sensitiveNames.isEmpty());
}

} // namespace aq
