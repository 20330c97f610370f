#include "ui/pages/open_page.h"
#include "ui/text/type_text.h"

#include "core/io/format.h"
#include "core/plan/recipe.h"
#include "ui/theme.h"
#include "ui/widgets/drop_zone.h"
#include "ui/widgets/profile_card.h"
#include "ui/widgets/resume_card.h"

#include <QGroupBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace aq {
namespace {

/// "Safetensors, PyTorch checkpoint, …": the table of formats, as one line.
QString formatTitles()
{
    QStringList titles;
    for (const Format* format : formats())
        titles << formatTitle(*format);
    return titles.join(QStringLiteral(", "));
}

QLabel* mutedLabel(const QString& text, const QString& description)
{
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setAccessibleDescription(description);
    return label;
}

} // namespace

OpenPage::OpenPage(QWidget* parent)
    : QWidget(parent)
    , m_dropZone(new DropZone)
    , m_recents(new RecentsList)
    , m_figuresOf(mutedLabel({}, tr("model of the figures")))
    , m_otherDefault(mutedLabel({}, tr("default preset")))
    , m_resume(new ResumeCard)
    , m_sample(new QPushButton(tr("&Try the sample")))
{
    auto* left = new QVBoxLayout;
    left->addWidget(makeChoices());
    left->addWidget(makeRecents(), 1);
    auto* right = new QVBoxLayout;
    right->addWidget(m_resume);
    right->addWidget(makeProfiles());
    right->addStretch();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(16);
    layout->addLayout(left, 5);
    layout->addLayout(right, 2);
    connect(m_dropZone, &QPushButton::clicked, this, &OpenPage::openFileDialogRequested);
    connect(m_resume, &ResumeCard::resumeRequested, this, &OpenPage::resumeRequested);
    connect(m_resume, &ResumeCard::queueRequested, this, &OpenPage::queueRequested);
    connect(m_sample, &QPushButton::clicked, this, &OpenPage::sampleRequested);
    setRecents({});
    setSampleOffered(false);
    setDefault(QStringLiteral("local"), {});
}

QWidget* OpenPage::makeChoices()
{
    auto* file = new QPushButton(themeIcon(QStringLiteral("open")), tr("Open f&ile…"));
    auto* folder = new QPushButton(themeIcon(QStringLiteral("open")), tr("Open f&older…"));
    folder->setToolTip(tr("A sharded model or a diffusers folder"));
    auto* about
        = mutedLabel(tr("Reads %1. Opening reads only the table of contents.").arg(formatTitles()),
            tr("what can be opened"));
    about->setAlignment(Qt::AlignCenter);
    connect(file, &QPushButton::clicked, this, &OpenPage::openFileDialogRequested);
    connect(folder, &QPushButton::clicked, this, &OpenPage::openFolderDialogRequested);

    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    for (QPushButton* button : {file, folder, m_sample})
        buttons->addWidget(button);
    buttons->addStretch();
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 8);
    layout->addWidget(m_dropZone, 1);
    layout->addLayout(buttons);
    layout->addWidget(about);
    return box;
}

QWidget* OpenPage::makeRecents()
{
    connect(m_recents, &RecentsList::openRequested, this, &OpenPage::openRequested);
    connect(m_recents, &RecentsList::removeRequested, this, &OpenPage::recentRemoved);
    connect(m_recents, &RecentsList::locateRequested, this, &OpenPage::locateRequested);
    connect(m_recents, &RecentsList::pinRequested, this, &OpenPage::recentPinned);
    m_recentsBox = new QGroupBox(tr("Recent models"));
    auto* layout = new QVBoxLayout(m_recentsBox);
    layout->addWidget(m_recents);
    return m_recentsBox;
}

QWidget* OpenPage::makeProfiles()
{
    m_profilesBox = new QGroupBox(tr("New models open with"));
    auto* layout = new QVBoxLayout(m_profilesBox);
    for (const Profile& profile : profiles()) {
        auto* card = new ProfileCard(profile);
        layout->addWidget(card);
        m_cards << card;
        connect(card, &QAbstractButton::clicked, this,
            [this, card] { Q_EMIT profileChosen(QString::fromLatin1(card->profile().id)); });
    }
    layout->addWidget(m_otherDefault);
    layout->addWidget(m_figuresOf);
    setFigures({}, {});
    return m_profilesBox;
}

void OpenPage::setRecents(const QList<RecentModel>& recents)
{
    m_recents->setRecents(recents);
    m_recentsBox->setVisible(!recents.isEmpty());
    m_dropZone->setRoomy(recents.isEmpty());
}

void OpenPage::setDropping(bool dropping) { m_dropZone->setHighlighted(dropping); }

void OpenPage::setSampleOffered(bool offered, bool busy)
{
    m_sample->setVisible(offered);
    m_sample->setEnabled(!busy);
    m_sample->setText(busy ? tr("Making the sample…") : tr("&Try the sample"));
    m_sample->setToolTip(tr("A small model with the layers of Stable Diffusion 1.5, made here"));
}

void OpenPage::setDefault(const QString& profile, const QString& preset)
{
    for (ProfileCard* card : m_cards) {
        card->setAutoExclusive(false); // None is checked where another preset is the default.
        card->setChecked(profile == QLatin1StringView(card->profile().id));
        card->setAutoExclusive(true);
    }
    m_otherDefault->setText(preset.isEmpty() ? QString() : tr("The preset “%1”").arg(preset));
    m_otherDefault->setVisible(!preset.isEmpty());
}

void OpenPage::setFigures(const QString& model, const QMap<QString, ProfileFigures>& figures)
{
    for (ProfileCard* card : m_cards) {
        const ProfileFigures known = figures.value(QString::fromLatin1(card->profile().id));
        card->setBytes(known.bytes);
        card->setExpectedError(known.error < 0 ? ProfileCard::unknown : known.error);
    }
    m_figuresOf->setText(tr("Size and error: of %1").arg(model));
    m_figuresOf->setVisible(!model.isEmpty() && !figures.isEmpty());
}

void OpenPage::setUnfinished(const QStringList& jobs) { m_resume->setJobs(jobs); }

} // namespace aq
