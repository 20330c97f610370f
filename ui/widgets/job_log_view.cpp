#include "ui/widgets/job_log_view.h"

#include <QApplication>
#include <QClipboard>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace aq {

JobLogView::JobLogView(QWidget* parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit)
    , m_search(new QLineEdit)
    , m_hits(new QLabel)
{
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setAccessibleName(tr("Log of the job"));
    m_text->setPlaceholderText(tr("What a selected job does is told here."));
    m_search->setAccessibleName(tr("Search the log"));
    m_search->setPlaceholderText(tr("Search the log"));
    m_search->setClearButtonEnabled(true);
    m_hits->setAccessibleDescription(tr("hits in the log"));
    auto* copy = new QPushButton(tr("Copy all"));
    auto* save = new QPushButton(tr("Save log…"));

    auto* bar = new QHBoxLayout;
    bar->addWidget(m_search, 1);
    bar->addWidget(m_hits);
    bar->addWidget(copy);
    bar->addWidget(save);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(bar);
    layout->addWidget(m_text, 1);

    connect(m_search, &QLineEdit::textChanged, this, [this] {
        m_text->moveCursor(QTextCursor::Start);
        find(false);
    });
    connect(m_search, &QLineEdit::returnPressed, this,
        [this] { find(QApplication::keyboardModifiers() & Qt::ShiftModifier); });
    connect(
        copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(text()); });
    connect(save, &QPushButton::clicked, this, [this] { Q_EMIT saveRequested(text()); });
}

void JobLogView::setLines(const QStringList& lines)
{
    if (lines == m_lines)
        return;
    const bool continues = !m_lines.isEmpty() && lines.size() >= m_lines.size()
        && std::equal(m_lines.begin(), m_lines.end(), lines.begin());
    if (continues)
        m_text->appendPlainText(lines.sliced(m_lines.size()).join(u'\n'));
    else
        m_text->setPlainText(lines.join(u'\n'));
    m_lines = lines;
}

QString JobLogView::text() const { return m_lines.join(u'\n') + u'\n'; }

void JobLogView::find(bool backwards)
{
    const QString wanted = m_search->text();
    const auto hits = std::ranges::count_if(
        m_lines, [&](const QString& line) { return line.contains(wanted, Qt::CaseInsensitive); });
    m_hits->setText(wanted.isEmpty() ? QString() : tr("%n lines", nullptr, int(hits)));
    const auto flags = backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (wanted.isEmpty() || hits == 0 || m_text->find(wanted, flags))
        return;
    m_text->moveCursor(backwards ? QTextCursor::End : QTextCursor::Start); // Round the end.
    m_text->find(wanted, flags);
}

} // namespace aq
