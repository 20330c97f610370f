#include "ui/widgets/resume_card.h"

#include "ui/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace aq {
namespace {
constexpr qsizetype mostTitles = 3;
}

ResumeCard::ResumeCard(QWidget* parent)
    : QFrame(parent)
    , m_headline(new QLabel)
    , m_titles(new QLabel)
{
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Unfinished jobs"));
    QFont bold = font();
    bold.setBold(true);
    m_headline->setFont(bold);
    m_headline->setAccessibleDescription(tr("unfinished jobs"));
    m_titles->setTextFormat(Qt::PlainText);
    m_titles->setWordWrap(true);
    auto* resume = new QPushButton(themeIcon(QStringLiteral("run")), tr("&Resume"));
    resume->setToolTip(tr("Goes on where they were: tensors that are done are not done again"));
    auto* queue = new QPushButton(tr("Show &queue"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(resume);
    buttons->addWidget(queue);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_headline);
    layout->addWidget(m_titles);
    layout->addLayout(buttons);
    connect(resume, &QPushButton::clicked, this, &ResumeCard::resumeRequested);
    connect(queue, &QPushButton::clicked, this, &ResumeCard::queueRequested);
    setJobs({});
}

void ResumeCard::setJobs(const QStringList& titles)
{
    setVisible(!titles.isEmpty());
    m_headline->setText(tr("%Ln job(s) are not finished", nullptr, int(titles.size())));
    QStringList lines = titles.mid(0, mostTitles);
    if (const auto more = titles.size() - lines.size(); more > 0)
        lines << tr("and %Ln more", nullptr, int(more));
    m_titles->setText(lines.join(u'\n'));
}

} // namespace aq
