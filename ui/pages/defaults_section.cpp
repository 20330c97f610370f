#include "core/plan/target.h"
#include "ui/models/action_choices.h"
#include "ui/pages/plan_sections.h"
#include "ui/text/glossary.h"
#include "ui/text/plan_text.h"
#include "ui/text/type_text.h"
#include "ui/widgets/importance_row.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <array>

namespace aq {
namespace {

constexpr std::array symmetries{
    Symmetry::Symmetric, Symmetry::Asymmetric, Symmetry::AsymmetricInteger};
constexpr std::array scaleTypes{ScaleType::F16, ScaleType::F32};
constexpr std::array searches{Search::None, Search::Balanced, Search::Best};

QLabel* mutedLabel(const QString& description)
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setAccessibleDescription(description);
    return label;
}

bool hasGroups(const Target* target) { return !target || qstrcmp(target->family, "affine") == 0; }

} // namespace

DefaultsSection::DefaultsSection(QWidget* parent)
    : RecipeSection(tr("Default type"), parent)
    , m_scheme(new QComboBox)
    , m_groupSize(new QComboBox)
    , m_symmetry(new QComboBox)
    , m_scaleType(new QComboBox)
    , m_search(new QComboBox)
    , m_aboutType(mutedLabel(tr("about the type")))
    , m_aboutSearch(mutedLabel(tr("about the search")))
    , m_importance(new ImportanceRow)
    , m_minCosine(new QDoubleSpinBox)
    , m_repair(new QCheckBox(tr("Raise tensors that miss a limit")))
    , m_form(new QFormLayout(this))
{
    for (const int size : groupSizes())
        m_groupSize->addItem(groupSizeText(size), size);
    for (const Symmetry symmetry : symmetries)
        m_symmetry->addItem(symmetryText(symmetry), int(symmetry));
    for (const ScaleType type : scaleTypes)
        m_scaleType->addItem(scaleTypeText(type), int(type));
    for (const Search search : searches) {
        m_search->addItem(searchText(search), int(search));
        m_search->setItemData(m_search->count() - 1, searchAbout(search), Qt::ToolTipRole);
    }
    m_minCosine->setRange(0, 1);
    m_minCosine->setDecimals(3);
    m_minCosine->setSingleStep(0.01);
    m_minCosine->setKeyboardTracking(false); // Not an undo step per key.
    makeForm();
    connectTypes();
    connectRest();
}

void DefaultsSection::makeForm()
{
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addRow(*m_form, tr("&Bits:"), m_scheme, tr("Of every tensor that no rule speaks of"));
    m_scheme->setWhatsThis(typeHelp());
    m_form->addRow(m_aboutType);
    addRow(*m_form, tr("&Group size:"), m_groupSize, tr("Weights that share one scale"));
    addRow(*m_form, tr("S&ymmetry:"), m_symmetry,
        tr("Asymmetric ranges fit both ends; symmetric ones need no zero point"));
    addRow(*m_form, tr("Sca&les:"), m_scaleType, tr("Type of the scales in the file"));
    addRow(*m_form, tr("Sear&ch:"), m_search,
        tr("How much is tried to find the scales with the smallest error; it costs time only while "
           "quantizing. Of INT types, those of 4 bits and fewer are searched"));
    m_form->addRow(m_aboutSearch);
    auto* importance = new QLabel(tr("&Importance:"));
    importance->setBuddy(m_importance->chooser());
    m_form->addRow(importance, m_importance);
    addRow(*m_form, tr("Minimum c&osine:"), m_minCosine,
        tr("A tensor that is less like its source than this fails"));
    m_repair->setToolTip(tr("After the run, tensors below their floor or the minimum cosine get "
                            "more bits and are written again, within the size that is wished for"));
    m_repair->setAccessibleDescription(m_repair->toolTip());
    m_form->addRow(m_repair);
}

void DefaultsSection::connectTypes()
{
    connect(m_scheme, &QComboBox::activated, this, [this](int index) {
        const QString word = m_scheme->itemData(index).toString();
        change(tr("Set default type to %1").arg(typeTitle(word, targetNamed(recipe().target))),
            [&](Recipe& r) {
                // What it means already is no edit, even in other words: INT4 is Q4_K_M here.
                const TypeChoice* current = choiceOf(m_choices, r.scheme, targetNamed(r.target));
                if (!current || current->word != word)
                    r.scheme = word;
            });
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
}

void DefaultsSection::connectRest()
{
    connect(m_search, &QComboBox::activated, this, [this](int index) {
        change(tr("Set search to %1").arg(m_search->itemText(index)),
            [&](Recipe& r) { r.search = Search(m_search->itemData(index).toInt()); });
        m_aboutSearch->setText(searchAbout(recipe().search));
    });
    connect(m_importance, &ImportanceRow::chooseRequested, this,
        &DefaultsSection::importanceFileRequested);
    connect(m_importance, &ImportanceRow::cleared, this,
        [this] { change(tr("Use no importance"), [](Recipe& r) { r.importance.clear(); }); });
    connect(m_minCosine, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        change(tr("Set minimum cosine to %1").arg(m_minCosine->text()),
            [value](Recipe& r) { r.minCosine = value; });
    });
    connect(m_repair, &QCheckBox::clicked, this, [this](bool on) {
        change(on ? tr("Raise tensors that miss a limit") : tr("Leave tensors that miss a limit"),
            [on](Recipe& r) { r.repair = on; });
    });
}

void DefaultsSection::setImportance(const ImportanceState& state) { m_importance->setState(state); }

void DefaultsSection::focusType() { m_scheme->setFocus(Qt::OtherFocusReason); }

/// GGUF has names for whole models: mixes of types, with the size of their blocks.
void DefaultsSection::showTypes(const Recipe& recipe)
{
    const Target* target = targetNamed(recipe.target);
    m_choices = typeChoices(target);
    m_scheme->clear();
    for (const TypeChoice& choice : m_choices) {
        m_scheme->addItem(choice.title, choice.word);
        m_scheme->setItemData(m_scheme->count() - 1, choice.about, Qt::ToolTipRole);
    }
    const TypeChoice* chosen = choiceOf(m_choices, recipe.scheme, target);
    select(*m_scheme, chosen ? chosen->word : recipe.scheme, typeTitle(recipe.scheme, target));
    QStringList about;
    if (chosen && !chosen->about.isEmpty())
        about << chosen->about;
    const Scheme* plain = schemeNamed(recipe.scheme);
    if (!hasGroups(target) && !(plain && qstrcmp(plain->family, "float") == 0))
        about << tr("Its blocks have a fixed layout: there is no group size, symmetry or scale "
                    "type to choose.");
    m_aboutType->setText(about.join(u' '));
    m_form->setRowVisible(m_aboutType, !about.isEmpty());
    for (QWidget* affine : {m_groupSize, m_symmetry, m_scaleType})
        m_form->setRowVisible(affine, hasGroups(target));
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
    showTypes(recipe);
    select(*m_groupSize, recipe.groupSize, groupSizeText(recipe.groupSize));
    select(*m_symmetry, int(recipe.symmetry), {});
    showScales(recipe);
    select(*m_search, int(recipe.search), {});
    m_aboutSearch->setText(searchAbout(recipe.search));
    m_importance->setPath(recipe.importance);
    m_minCosine->setValue(recipe.minCosine);
    m_repair->setChecked(recipe.repair);
}

} // namespace aq
