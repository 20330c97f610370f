#include "ui/widgets/guide_view.h"

#include <QAction>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QStyle>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocumentFragment>
#include <QTextTable>
#include <QToolButton>
#include <QTreeWidget>

namespace aq {
namespace {

constexpr int pictureLetters = 84; ///< Width of a picture, in letters of the font.

QToolButton* button(const QString& text, const QString& tip, const QKeySequence& key)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(GuideView::tr("%1 (%2)", "hint (shortcut)")
                           .arg(tip, key.toString(QKeySequence::NativeText)));
    button->setAccessibleName(tip);
    button->setShortcut(key);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

/// Markdown tables have no lines of their own and no room in their cells.
void dressTables(QTextFrame& frame, int letter)
{
    for (QTextFrame* child : frame.childFrames()) {
        if (auto* table = qobject_cast<QTextTable*>(child)) {
            QTextTableFormat format = table->format();
            format.setBorder(1);
            format.setBorderCollapse(true);
            format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            format.setCellPadding(letter / 2.0);
            table->setFormat(format);
        }
        dressTables(*child, letter);
    }
}

/// No picture is wider than a page of text.
void fitPictures(QTextDocument& document, int mostWidth)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextFragment fragment = part.fragment();
            if (!fragment.charFormat().isImageFormat())
                continue;
            QTextImageFormat format = fragment.charFormat().toImageFormat();
            format.setWidth(mostWidth); // The height follows.
            QTextCursor cursor(&document);
            cursor.setPosition(fragment.position());
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            cursor.setCharFormat(format);
            break; // The block's parts are others now; one picture a paragraph.
        }
}

} // namespace

QString anchorOf(const QString& heading)
{
    QString anchor;
    for (const QChar letter : heading.toLower())
        if (letter.isLetterOrNumber() || letter == u'_')
            anchor += letter;
        else if ((letter.isSpace() || letter == u'-') && !anchor.endsWith(u'-'))
            anchor += u'-';
    return anchor;
}

GuideView::GuideView(QWidget* parent)
    : QWidget(parent)
    , m_text(new QTextBrowser)
    , m_contents(new QTreeWidget)
    , m_search(new QLineEdit)
    , m_found(new QLabel)
    , m_back(button(tr("Back"), tr("Back"), QKeySequence::Back))
    , m_forward(button(tr("Forward"), tr("Forward"), QKeySequence::Forward))
{
    m_text->setAccessibleName(tr("User guide"));
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(fontMetrics().averageCharWidth() * 2);
    m_contents->setAccessibleName(tr("Contents"));
    m_contents->setHeaderHidden(true);
    m_contents->setRootIsDecorated(true);
    auto* splitter = new QSplitter;
    splitter->addWidget(m_contents);
    splitter->addWidget(m_text);
    splitter->setStretchFactor(1, 1);
    const int letter = fontMetrics().averageCharWidth();
    splitter->setSizes({28 * letter, 90 * letter});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeBar());
    layout->addWidget(splitter, 1);

    connect(m_contents, &QTreeWidget::itemActivated, this,
        [this](QTreeWidgetItem* item) { goTo(m_headings[m_items.indexOf(item)].position); });
    connect(m_contents, &QTreeWidget::itemClicked, this,
        [this](QTreeWidgetItem* item) { goTo(m_headings[m_items.indexOf(item)].position); });
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        if (url.scheme().startsWith(QStringLiteral("http")))
            QDesktopServices::openUrl(url);
        else if (!url.fragment().isEmpty())
            showAnchor(url.fragment());
    });
    connect(m_text->verticalScrollBar(), &QScrollBar::valueChanged, this, &GuideView::follow);
}

QWidget* GuideView::makeBar()
{
    m_back->setIcon(style()->standardIcon(QStyle::SP_ArrowBack));
    m_forward->setIcon(style()->standardIcon(QStyle::SP_ArrowForward));
    auto* larger = button(tr("Larger"), tr("Larger text"), QKeySequence::ZoomIn);
    auto* smaller = button(tr("Smaller"), tr("Smaller text"), QKeySequence::ZoomOut);
    m_search->setPlaceholderText(tr("Search the guide"));
    m_search->setAccessibleName(tr("Search the guide"));
    m_search->setClearButtonEnabled(true);
    m_found->setAccessibleDescription(tr("search result"));
    auto* previous = button(tr("Previous"), tr("Previous match"), QKeySequence::FindPrevious);
    auto* next = button(tr("Next"), tr("Next match"), QKeySequence::FindNext);
    auto* focusSearch = new QAction(this);
    focusSearch->setShortcut(QKeySequence::Find);
    addAction(focusSearch);

    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* each : std::initializer_list<QWidget*>{m_back, m_forward, larger, smaller})
        layout->addWidget(each);
    layout->addStretch();
    layout->addWidget(m_found);
    for (QWidget* each : std::initializer_list<QWidget*>{m_search, previous, next})
        layout->addWidget(each);

    connect(m_back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { step(1); });
    connect(larger, &QToolButton::clicked, m_text, [this] { m_text->zoomIn(); });
    connect(smaller, &QToolButton::clicked, m_text, [this] { m_text->zoomOut(); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { find(false); });
    connect(next, &QToolButton::clicked, this, [this] { find(false); });
    connect(previous, &QToolButton::clicked, this, [this] { find(true); });
    connect(focusSearch, &QAction::triggered, m_search, qOverload<>(&QWidget::setFocus));
    return bar;
}

void GuideView::setMarkdown(const QString& markdown, const QString& folder)
{
    m_text->document()->setBaseUrl(QUrl(QStringLiteral("qrc%1/").arg(folder)));
    m_text->setSearchPaths({folder});
    m_text->setMarkdown(markdown);
    dressTables(*m_text->document()->rootFrame(), fontMetrics().averageCharWidth());
    fitPictures(*m_text->document(), fontMetrics().averageCharWidth() * pictureLetters);
    m_text->moveCursor(QTextCursor::Start);
    collectHeadings();
    m_history = {0};
    m_place = 0;
    updateButtons();
}

void GuideView::collectHeadings()
{
    m_contents->clear();
    m_headings.clear();
    m_items.clear();
    QList<std::pair<int, QTreeWidgetItem*>> open; ///< Levels that contain what follows.
    const QTextDocument& document = *m_text->document();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        if (level == 0)
            continue;
        while (!open.isEmpty() && open.last().first >= level)
            open.removeLast();
        auto* item = open.isEmpty() ? new QTreeWidgetItem(m_contents)
                                    : new QTreeWidgetItem(open.last().second);
        item->setText(0, block.text());
        open << std::pair(level, item);
        m_items << item;
        m_headings << Heading{block.text(), anchorOf(block.text()), level, block.position()};
    }
    m_contents->expandAll();
}

bool GuideView::showAnchor(const QString& anchor)
{
    if (anchor.isEmpty())
        return goTo(0), true;
    for (const bool whole : {true, false}) {
        for (const Heading& heading : m_headings) {
            const bool fits
                = whole ? heading.anchor == anchor : heading.anchor.endsWith(u'-' + anchor);
            if (fits)
                return goTo(heading.position), true;
        }
    }
    return false;
}

/// The heading at the top, with a little room above it.
void GuideView::goTo(int position)
{
    QTextCursor cursor(m_text->document());
    cursor.setPosition(position);
    m_text->setTextCursor(cursor);
    QScrollBar* bar = m_text->verticalScrollBar();
    m_history[m_place] = bar->value();
    bar->setValue(bar->value() + m_text->cursorRect(cursor).top() - fontMetrics().height());
    m_history.resize(m_place + 1);
    m_history << bar->value();
    ++m_place;
    updateButtons();
}

void GuideView::step(int by)
{
    m_history[m_place] = m_text->verticalScrollBar()->value();
    m_place += by;
    m_text->verticalScrollBar()->setValue(m_history[m_place]);
    updateButtons();
}

void GuideView::updateButtons()
{
    m_back->setEnabled(m_place > 0);
    m_forward->setEnabled(m_place + 1 < m_history.size());
}

/// Goes on at the other end.
void GuideView::find(bool backward)
{
    if (m_search->text().isEmpty())
        return;
    const auto flags = backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    bool found = m_text->find(m_search->text(), flags);
    if (!found) {
        m_text->moveCursor(backward ? QTextCursor::End : QTextCursor::Start);
        found = m_text->find(m_search->text(), flags);
    }
    m_found->setText(found ? QString() : tr("Not found"));
}

int GuideView::currentIndex() const
{
    const int top = m_text->cursorForPosition(QPoint(0, fontMetrics().height() * 2)).position();
    int current = 0;
    for (int i = 0; i < m_headings.size(); ++i)
        if (m_headings[i].position <= top)
            current = i;
    return current;
}

void GuideView::follow()
{
    if (!m_items.isEmpty())
        m_contents->setCurrentItem(m_items[currentIndex()]);
}

QString GuideView::currentHeading() const
{
    return m_headings.isEmpty() ? QString() : m_headings[currentIndex()].text;
}

QStringList GuideView::headings() const
{
    QStringList texts;
    for (const Heading& heading : m_headings)
        texts << heading.text;
    return texts;
}

} // namespace aq
