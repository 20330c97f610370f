#include "core/plan/target.h"
#include "ui/models/recipe_edits.h"
#include "ui/pages/plan_sections.h"
#include "ui/text/type_text.h"
#include "ui/widgets/profile_card.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace aq {

GoalSection::GoalSection(QWidget* parent)
    : RecipeSection(tr("Goal"), parent)
    , m_target(new QComboBox)
    , m_about(new QLabel)
{
    const Target* before = nullptr;
    for (const Target& target : targets()) {
        const bool isAlike = before && before->decoded == target.decoded
            && qstrcmp(before->family, target.family) == 0;
        if (before && !isAlike) // Codes for ArrowQuant, floats for everybody, blocks.
            m_target->insertSeparator(m_target->count());
        before = &target;
        m_target->addItem(
            targetTitle(QString::fromLatin1(target.id)), QString::fromLatin1(target.id));
        m_target->setItemData(m_target->count() - 1, targetAbout(target), Qt::ToolTipRole);
    }
    m_target->setMaxVisibleItems(20);
    m_about->setWordWrap(true);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setForegroundRole(QPalette::PlaceholderText);
    m_about->setAccessibleDescription(tr("about the target"));
    auto* form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addRow(*form, tr("T&arget:"), m_target, tr("Which file is written, and who reads it"));
    form->addRow(m_about);
    connect(m_target, &QComboBox::activated, this, [this](int index) {
        if (const Target* target = targetNamed(m_target->itemData(index).toString())) {
            const QString title = QString::fromUtf8(target->title);
            take(withTarget(recipe(), *target), tr("Set target to %1").arg(title));
        }
    });

    form->addRow(makeCards());
}

QWidget* GoalSection::makeCards()
{
    auto* cards = new QWidget;
    cards->setAccessibleName(tr("Profiles"));
    cards->setWhatsThis(tr("Three ways to begin, with their size on this model: Edge is the "
                           "smallest, Cloud the closest. Everything below can be changed then."));
    auto* column = new QVBoxLayout(cards);
    column->setContentsMargins(0, 0, 0, 0);
    for (const Profile& profile : profiles()) {
        auto* card = new ProfileCard(profile);
        column->addWidget(card);
        m_cards << card;
        connect(card, &QAbstractButton::clicked, this, [this, card] {
            take(withProfile(recipe(), card->profile()), tr("Set profile to %1").arg(card->text()));
        });
    }
    auto* customize = new QPushButton(tr("Customi&ze…"));
    customize->setToolTip(tr("To the values that the profile sets"));
    auto* fit = new QPushButton(tr("Fit to a size…"));
    fit->setToolTip(tr("The best types for a file of the size that you choose"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(fit);
    buttons->addStretch(1);
    buttons->addWidget(customize);
    column->addLayout(buttons);
    connect(fit, &QPushButton::clicked, this, &GoalSection::fitRequested);
    connect(customize, &QPushButton::clicked, this, &GoalSection::customizeRequested);
    return cards;
}

void GoalSection::setExpectedErrors(const QHash<QString, double>& errors)
{
    for (ProfileCard* card : m_cards)
        card->setExpectedError(
            errors.value(QString::fromLatin1(card->profile().id), ProfileCard::unknown));
}

void GoalSection::setEstimates(const QHash<QString, qint64>& bytes)
{
    for (ProfileCard* card : m_cards)
        card->setBytes(bytes.value(QString::fromLatin1(card->profile().id), -1));
}

void GoalSection::showRecipe(const Recipe& recipe)
{
    select(*m_target, recipe.target, recipe.target);
    const Target* target = targetNamed(recipe.target);
    m_about->setText(target ? targetAbout(*target) : QString());
    for (ProfileCard* card : m_cards) {
        const bool chosen = recipe.profile == QLatin1StringView(card->profile().id);
        card->setAutoExclusive(false); // None may be chosen: a recipe can name another profile.
        card->setChecked(chosen);
        card->setAutoExclusive(true);
        card->setModified(chosen && isModified(recipe, card->profile()));
        card->setTarget(target);
    }
}

} // namespace aq
