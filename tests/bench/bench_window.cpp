// How long the longest event of the window is, and how much memory it takes, with a model of very
// many tensors: bench_window [tensors]. Prints a line per action, as docs/benchmarks.md has them.
#include "app/main_window.h"
#include "app/session.h"
#include "tests/bench/bench_clock.h"
#include "ui/pages/plan_page.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/tensor_browser.h"
#include "ui/widgets/tensor_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <cstdio>
#include <unistd.h>

using namespace aq;

namespace {

/// Knows how long each event took that was delivered from the event loop.
class TimedApplication final : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_depth++ > 0) {
            const bool done = QApplication::notify(receiver, event);
            --m_depth;
            return done;
        }
        const BenchClock clock(1); // Of this thread: others on the machine do not count.
        const bool done = QApplication::notify(receiver, event);
        --m_depth;
        longest = std::max(longest, 1e3 * clock.seconds());
        return done;
    }
    double longest = 0; ///< Milliseconds.

private:
    int m_depth = 0;
};

double residentMiB()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / 1048576;
}

TimedApplication& app() { return static_cast<TimedApplication&>(*qApp); }

/// Until `done`, and then until nothing happens for a while.
void settle(const std::function<bool()>& done = [] { return true; })
{
    QElapsedTimer patience;
    patience.start();
    while (!done() && patience.elapsed() < 120'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    for (int i = 0; i < 15; ++i) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
        QTest::qSleep(10);
    }
}

/// Runs an action as an event of its own and prints what it cost.
void measure(
    const char* what, const std::function<void()>& action,
    const std::function<bool()>& done = [] { return true; })
{
    settle();
    app().longest = 0;
    QElapsedTimer wall;
    wall.start();
    QMetaObject::invokeMethod(qApp, action, Qt::QueuedConnection);
    QCoreApplication::processEvents();
    settle(done);
    std::printf("| %-34s | %7.1f | %7.0f | %7.0f |\n", what, app().longest,
        double(wall.elapsed()) - 150, residentMiB());
    std::fflush(stdout);
}

/// A safetensors file of matrices and vectors in blocks, 128 bytes each.
bool writeModel(const QString& path, int tensors)
{
    static constexpr const char* parts[] = {"attn.to_q.weight", "attn.to_k.weight",
        "attn.to_v.weight", "attn.to_out.0.weight", "attn.to_out.0.bias", "norm1.weight",
        "norm2.weight", "ff.net.0.proj.weight", "ff.net.2.weight", "ff.net.2.bias"};
    QByteArray header("{");
    for (int i = 0; i < tensors; ++i) {
        const char* part = parts[i % 10];
        const bool isVector = QByteArrayView(part).endsWith("bias") || i % 10 == 5 || i % 10 == 6;
        header += i ? ",\"" : "\"";
        header += "model.diffusion_model.transformer_blocks." + QByteArray::number(i / 10) + '.'
            + part + "\":{\"dtype\":\"F16\",\"shape\":" + (isVector ? "[64]" : "[8,8]")
            + ",\"data_offsets\":[" + QByteArray::number(i * 128LL) + ','
            + QByteArray::number((i + 1) * 128LL) + "]}";
    }
    header += '}';
    header += QByteArray((8 - header.size() % 8) % 8, ' ');
    QFile file(path);
    const qint64 size = header.size();
    return file.open(QIODevice::WriteOnly)
        && file.write(reinterpret_cast<const char*>(&size), sizeof size) == sizeof size
        && file.write(header) == size && file.resize(file.size() + 128LL * tensors);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    TimedApplication application(argc, argv);
    const int tensors = argc > 1 ? std::atoi(argv[1]) : 100'000;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("many.safetensors"));
    if (!writeModel(path, tensors))
        return 1;
    MainWindow window{Settings()};
    window.resize(1440, 900);
    window.show();
    auto& browser = *window.findChild<TensorBrowser*>();
    auto& view = browser.view();
    auto& planner = window.session().planner();
    const auto planned = [&] { return planner.plan() != nullptr; };
    std::printf("| %d tensors%*s | longest event, ms | all, ms | RSS, MiB |\n", tensors, 16, "");
    measure("window without a model", [] {});
    measure(
        "open and plan", [&] { window.openModel(path); }, planned);
    const auto rows = [&] { return int(browser.table().rows().size()); };
    if (rows() != tensors)
        return std::printf("only %d rows\n", rows()), 1;
    measure("expand all blocks", [&] { view.expandAll(); });
    measure("scroll to the end",
        [&] { view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum()); });
    measure("scroll by pages", [&] {
        for (int i = 0; i < 10; ++i)
            QTimer::singleShot(10 * i, &view,
                [&] { view.verticalScrollBar()->triggerAction(QScrollBar::SliderPageStepSub); });
    });
    auto& text = *browser.filterBar().findChild<QLineEdit*>();
    for (const char* typed : {"a", "at", "att", "attn", "attn.to_q", "*attn*", "re:attn\\.to_[qk]"})
        measure(qPrintable(QStringLiteral("filter: %1").arg(QLatin1StringView(typed))),
            [&] { text.setText(QLatin1StringView(typed)); });
    measure("filter: nothing", [&] { text.clear(); });
    measure("flat list", [&] { browser.setArrangement(TensorTableModel::Arrangement::Flat); });
    measure("sort by size",
        [&] { view.sortByColumn(int(TensorColumn::BytesAfter), Qt::DescendingOrder); });
    measure(
        "sort by name", [&] { view.sortByColumn(int(TensorColumn::Name), Qt::DescendingOrder); });
    measure("sort by why", [&] { view.sortByColumn(int(TensorColumn::Why), Qt::AscendingOrder); });
    measure("filter: attn, sorted", [&] { text.setText(QStringLiteral("attn")); });
    measure("filter: nothing, sorted", [&] { text.clear(); });
    measure("file order", [&] { view.sortByColumn(-1, Qt::AscendingOrder); });
    measure("select all", [&] { view.selectAll(); });
    measure(
        "set type of all", [&] { view.setType(2); }, planned);
    measure(
        "undo", [&] { window.session().history().stack().undo(); }, planned);
    measure("blocks again", [&] { browser.setArrangement(TensorTableModel::Arrangement::Tree); });
    Recipe recipe = window.planPage().recipe();
    recipe.keepBelowElements = 0;
    measure(
        "another limit for small ones",
        [&] { window.session().history().edit(recipe, QStringLiteral("limit")); }, planned);
    recipe.scheme = QStringLiteral("int8");
    measure(
        "another type for all",
        [&] { window.session().history().edit(recipe, QStringLiteral("type")); }, planned);
    return 0;
}
