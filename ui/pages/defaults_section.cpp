#include "core/plan/target.h"
#include "ui/models/action_choices.h"
#include "ui/pages/plan_sections.h"
#include "ui/text/plan_text.h"
#include "ui/text/units.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QSignalBlocker>

namespace aq {
namespace {

constexpr std::array symmetries{
    Symmetry::Symmetric, Symmetry::Asymmetric, Symmetry::AsymmetricInteger};
constexpr std::array scaleTypes{ScaleType::F16, ScaleType::F32};

} // namespace

DefaultsSection::DefaultsSection(QWidget* parent)
    : RecipeSection(tr("Default type"), parent)
    , m_scheme(new QComboBox)
    , m_groupSize(new QComboBox)
    , m_symmetry(new QComboBox)
    , m_scaleType(new QComboBox)
    , m_search(new QCheckBox(tr("Search the best &clip range")))
    , m_minCosine(new QDoubleSpinBox)
{
    for (const int size : groupSizes())
        m_groupSize->addItem(groupSizeText(size), size);
    for (const Symmetry symmetry : symmetries)
        m_symmetry->addItem(symmetryText(symmetry), int(symmetry));
    for (const ScaleType type : scaleTypes)
        m_scaleType->addItem(scaleTypeText(type), int(type));
    m_search->setToolTip(tr("For 4 bits and fewer: tries narrower ranges and keeps the best"));
    m_minCosine->setRange(0, 1);
    m_minCosine->setDecimals(3);
    m_minCosine->setSingleStep(0.01);
    m_minCosine->setKeyboardTracking(false); // Not an undo step per key.

    auto* form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addRow(*form, tr("&Bits:"), m_scheme, tr("Of every tensor that no rule speaks of"));
    addRow(*form, tr("&Group size:"), m_groupSize, tr("Weights that share one scale"));
    addRow(*form, tr("S&ymmetry:"), m_symmetry,
        tr("Asymmetric ranges fit both ends; symmetric ones need no zero point"));
    addRow(*form, tr("Sca&les:"), m_scaleType, tr("Type of the scales in the file"));
    form->addRow(m_search);
    addRow(*form, tr("Minimum c&osine:"), m_minCosine,
        tr("A tensor that is less like its source than this fails"));

    connect(m_scheme, &QComboBox::activated, this, [this](int index) {
        change(tr("Set default type to %1").arg(m_scheme->itemText(index)),
            [&](Recipe& r) { r.scheme = m_scheme->itemData(index).toString(); });
    });
    connect(m_groupSize, &QComboBox::activated, this, [this](int index) {
        change(tr("Set group size to %1").arg(m_groupSize->itemText(index)),
            [&](Recipe& r) { r.groupSize = m_groupSize->itemData(index).toInt(); });
    });
    connect(m_symmetry, &QComboBox::activated, this, [this](int index) {
        change(tr("Set symmetry to %1").arg(m_symmetry->itemText(index)),
            [&](Recipe& r) { r.symmetry = Symmetry(m_symmetry->itemData(index).toInt()); });
    });
    connect(m_scaleType, &QComboBox::activated, this, [this](int index) {
        change(tr("Set scales to %1").arg(m_scaleType->itemText(index)),
            [&](Recipe& r) { r.scaleType = ScaleType(m_scaleType->itemData(index).toInt()); });
    });
    connect(m_search, &QCheckBox::toggled, this, [this](bool on) {
        change(on ? tr("Search clip ranges") : tr("Do not search clip ranges"),
            [on](Recipe& r) { r.search = on ? Search::Balanced : Search::None; });
    });
    connect(m_minCosine, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        change(tr("Set minimum cosine to %1").arg(m_minCosine->text()),
            [value](Recipe& r) { r.minCosine = value; });
    });
}

void DefaultsSection::fillSchemes(const Recipe& recipe)
{
    m_scheme->clear();
    for (const Scheme* scheme : schemesFor(targetNamed(recipe.target)))
        m_scheme->addItem(QString::fromUtf8(scheme->title), QString::fromLatin1(scheme->id));
}

/// What the target makes of the wish: where it has one answer to both types, there is no choice.
void DefaultsSection::showScales(const Recipe& recipe)
{
    SchemeOptions options;
    const Target* target = targetNamed(recipe.target);
    const auto stored = [&](ScaleType wish) {
        options.scaleType = wish;
        return target ? target->adjust(options).scaleType : wish;
    };
    const bool choice = stored(ScaleType::F16) != stored(ScaleType::F32);
    select(*m_scaleType, int(stored(recipe.scaleType)), {});
    m_scaleType->setEnabled(choice);
    const QString tip = choice
        ? tr("Type of the scales in the file")
        : tr("%1 stores all scales as %2")
              .arg(QString::fromUtf8(target->title), m_scaleType->currentText());
    m_scaleType->setToolTip(tip);
    m_scaleType->setAccessibleDescription(tip);
}

void DefaultsSection::showRecipe(const Recipe& recipe)
{
    fillSchemes(recipe);
    select(*m_scheme, recipe.scheme, recipe.scheme);
    select(*m_groupSize, recipe.groupSize, groupSizeText(recipe.groupSize));
    select(*m_symmetry, int(recipe.symmetry), {});
    showScales(recipe);
    m_search->setChecked(recipe.search != Search::None);
    m_minCosine->setValue(recipe.minCosine);
}

} // namespace aq
