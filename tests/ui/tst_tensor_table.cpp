#include "tests/ui/sample_model.h"
#include "ui/delegates/bar_delegate.h"
#include "ui/models/natural_order.h"
#include "ui/models/recipe_edits.h"
#include "ui/models/tensor_filter_model.h"
#include "ui/text/plan_text.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLocale>
#include <QPainter>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <cmath>

using namespace aq;

namespace {

QuantPlan planFor(const ModelHeader& header, const Recipe& recipe = {})
{
    return *makePlan(header, recipe);
}

TensorRow simpleRow(const QString& name, Shape shape, std::int64_t before, std::int64_t after)
{
    TensorRow row;
    row.name = name;
    TensorKind& kind = *row.kind;
    kind.parameters = *elementCount(shape);
    kind.shape = std::move(shape);
    kind.bytesBefore = before;
    kind.bytesAfter = after;
    kind.quantizable = true;
    return row;
}

/// Two tensors in "b.2", two in "b.10", one alone.
std::vector<TensorRow> fewRows()
{
    return {simpleRow(QStringLiteral("b.10.attn.weight"), {4, 4}, 32, 8),
        simpleRow(QStringLiteral("b.10.attn.bias"), {4}, 8, 8),
        simpleRow(QStringLiteral("b.2.conv.weight"), {4, 4, 3, 3}, 288, 72),
        simpleRow(QStringLiteral("b.2.conv.bias"), {4}, 8, 8),
        simpleRow(QStringLiteral("alone"), {2, 2}, 8, 8)};
}

QStringList shownNames(const TensorFilterModel& model, const QModelIndex& parent = {})
{
    QStringList names;
    for (int i = 0; i < model.rowCount(parent); ++i)
        names << model.index(i, 0, parent).data(TensorTableModel::NameRole).toString();
    return names;
}

} // namespace

class TestTensorTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whySaysHowAndUnderWhichNameItIsStored()
    {
        TensorRow row;
        row.kind->planned = true;
        row.kind->because = QStringLiteral("int4 is Q4_K_M here");
        row.kind->storedShape = {1152, 256};
        row.facts->storedName = QStringLiteral("conv.weight");
        const TensorColumnSpec& why = spec(TensorColumn::Why);
        QVERIFY(why.text(row).endsWith(QStringLiteral("; stored as [1152, 256]")));
        QVERIFY(why.tip(row).contains(QStringLiteral("[1152, 256]")));
        QVERIFY(why.tip(row).contains(QStringLiteral("“conv.weight”")));
    }

    /// What a GGUF file holds can be decoded, where we know the type, and made anew.
    void quantizedSourcesShowTheirTypeAndCanBeChosen()
    {
        TensorInfo known{QStringLiteral("a"), DType::F32, {2, 256}, {}, {}, {}};
        known.encoding.emplace().scheme = QStringLiteral("q4_k");
        TensorInfo foreign = known;
        foreign.encoding->scheme = QStringLiteral("iq2_xxs");
        const auto lines = rows({{}, {known, foreign}, {}}, nullptr, nullptr);
        QCOMPARE(lines[0].kind->sourceType, QStringLiteral("Q4_K"));
        QVERIFY(lines[0].kind->quantizable);
        QCOMPARE(lines[1].kind->sourceType, QStringLiteral("IQ2_XXS"));
        QVERIFY(!lines[1].kind->quantizable);
        const TensorColumnSpec& source = spec(TensorColumn::SourceType);
        QVERIFY(source.number(lines[0]) < source.number(lines[1])); // Unknown bits come last.
    }

    void blocksHaveNoGroupsToShow()
    {
        QCOMPARE(plannedText(schemeNamed(u"q4_k"), {}), QStringLiteral("Q4_K"));
        QCOMPARE(plannedText(schemeNamed(u"f16"), {}), QStringLiteral("F16"));
        QCOMPARE(plannedText(schemeNamed(u"int4"), {}), QStringLiteral("INT4 · 128"));
    }

    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aModelTesterFindsNothing()
    {
        TensorTableModel table;
        TensorFilterModel filter(table);
        const auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;
        const QAbstractItemModelTester tableTester(&table, mode);
        const QAbstractItemModelTester filterTester(&filter, mode);
        const ModelHeader header = test::sampleHeader(300);
        const QuantPlan plan = planFor(header);
        table.setRows(rows(header, nullptr, nullptr));
        table.setRows(rows(header, &plan, nullptr)); // Values only.
        filter.sort(int(TensorColumn::BytesAfter), Qt::DescendingOrder);
        QVERIFY(filter.setFilter({QStringLiteral("attn"), {}}));
        table.setArrangement(TensorTableModel::Arrangement::Flat);
        QVERIFY(filter.setFilter({{}, {QStringLiteral("kept")}}));
        table.setArrangement(TensorTableModel::Arrangement::Tree);
        table.setRows({});
    }

    void blocksEndAtTheFirstNumber_data()
    {
        QTest::addColumn<QString>("block");
        const auto row = [](const char* name, const char* block) {
            QTest::newRow(name) << QString::fromLatin1(block);
        };
        row("model.diffusion_model.input_blocks.1.0.in_layers.0.weight",
            "model.diffusion_model.input_blocks.1");
        row("double_blocks.18.img_attn.qkv.weight", "double_blocks.18");
        row("time_embed.0.weight", "time_embed");
        row("img_in.weight", "img_in");
        row("3.conv.0.weight", "3");
        row("0.weight", "");
        row("alone", "");
        row("", "");
    }
    void blocksEndAtTheFirstNumber()
    {
        QFETCH(QString, block);
        QCOMPARE(blockOf(QString::fromLatin1(QTest::currentDataTag())), block);
    }

    void blocksAreSums()
    {
        std::vector<TensorRow> lines = fewRows();
        lines[2].facts->relRmse = 0.25;
        lines[3].facts->relRmse = 0.5;
        lines[3].facts->sqnrDb = 6;
        lines[2].facts->sqnrDb = 12;
        lines[2].facts->status = Status::BelowFloor;
        lines[3].facts->status = Status::Passed;
        TensorTableModel table;
        table.setRows(lines);
        QCOMPARE(table.rowCount(), 3);
        const QModelIndex block = table.index(1, 0);
        QVERIFY(table.isBlock(block));
        QCOMPARE(table.rowCount(block), 2);
        const TensorRow& sum = table.row(block);
        QCOMPARE(sum.name, QStringLiteral("b.2"));
        QCOMPARE(sum.kind->parameters, 148);
        QCOMPARE(sum.kind->bytesBefore, 296);
        QCOMPARE(sum.kind->bytesAfter, 80);
        QVERIFY(sum.facts->relRmse.value == 0.5); // The worst, not the mean.
        QVERIFY(sum.facts->sqnrDb.value == 6);
        QVERIFY(sum.facts->status == Status::BelowFloor);
        QVERIFY(!table.isBlock(table.index(2, 0))); // A block of one is the tensor itself.
        QCOMPARE(table.index(0, 0, block).data().toString(), QStringLiteral("conv.weight"));
        QCOMPARE(table.index(2, 0).data().toString(), QStringLiteral("alone"));
    }

    void cellsHaveTextAndNumber()
    {
        const ModelHeader header = test::sampleHeader(30);
        const QuantPlan plan = planFor(header);
        TensorTableModel table;
        table.setArrangement(TensorTableModel::Arrangement::Flat);
        table.setRows(rows(header, &plan, nullptr));
        const auto cell = [&](TensorColumn column) { return table.indexOf(4, column); };
        QCOMPARE(cell(TensorColumn::Extents).data().toString(), QStringLiteral("[320, 320, 3, 3]"));
        QCOMPARE(cell(TensorColumn::SourceType).data().toString(), QStringLiteral("F16"));
        QCOMPARE(cell(TensorColumn::Parameters).data().toString(), QStringLiteral("921,600"));
        QVERIFY(cell(TensorColumn::BytesBefore).data(TensorTableModel::SortRole) == 1843200.0);
        QCOMPARE(cell(TensorColumn::BytesBefore).data().toString(), QStringLiteral("1.8 MiB"));
        QCOMPARE(cell(TensorColumn::Planned).data().toString(), QStringLiteral("INT4 · 128"));
        QVERIFY(cell(TensorColumn::Planned).flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(!cell(TensorColumn::Name).flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(std::isnan(cell(TensorColumn::Error).data(TensorTableModel::SortRole).toDouble()));
        const QString why = cell(TensorColumn::Why).data(Qt::ToolTipRole).toString();
        for (const QString& rule : plan.tensors[4].chain)
            QVERIFY2(why.contains(rule), qPrintable(why));
        for (const TensorColumnSpec& column : tensorColumns()) {
            const int section = int(column.column);
            QVERIFY(!table.headerData(section, Qt::Horizontal).toString().isEmpty());
            QVERIFY(!table.headerData(section, Qt::Horizontal, Qt::ToolTipRole).isNull());
        }
    }

    void namesAreNeverMarkup()
    {
        TensorTableModel table;
        table.setRows({simpleRow(QStringLiteral("<b>bold</b>\n"), {2, 2}, 8, 8)});
        const QString name = table.index(0, 0).data().toString();
        QVERIFY2(!name.contains(u'\n'), qPrintable(name)); // A row has one line.
        QVERIFY(name.contains(QStringLiteral("<b>bold</b>")));
        const QString tip = table.index(0, 0).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(QStringLiteral("&lt;b&gt;bold")), qPrintable(tip));
    }

    void newValuesKeepTheLines()
    {
        TensorTableModel table;
        std::vector<TensorRow> lines = fewRows();
        table.setRows(lines);
        QSignalSpy resets(&table, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&table, &QAbstractItemModel::dataChanged);
        const QPersistentModelIndex kept = table.indexOf(2);
        lines[1].kind->bytesAfter = 4;
        table.setRows(lines);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(changes.count(), 2); // The bias in its block, and the block's sum.
        QCOMPARE(changes[0][0].toModelIndex(), table.indexOf(1));
        QCOMPARE(changes[1][0].toModelIndex(), table.index(0, 0));
        QVERIFY(kept.isValid());
        lines.pop_back();
        table.setRows(lines);
        QCOMPARE(resets.count(), 1);
    }

    void reportsGrowOutdated()
    {
        const ModelHeader header = test::sampleHeader(30);
        const QuantPlan plan = planFor(header);
        const ValidationReport report = test::sampleReport(header, plan);
        for (const TensorRow& row : rows(header, &plan, &report))
            QVERIFY(!row.facts->outdated);
        Recipe other;
        other.symmetry = Symmetry::Symmetric;
        const QuantPlan changed = planFor(header, other);
        for (const TensorRow& row : rows(header, &changed, &report))
            QCOMPARE(
                row.facts->outdated, row.kind->scheme != nullptr); // A kept tensor is as it was.
    }

    void namesSortByTheirNumbers()
    {
        const auto compare = [](const char* a, const char* b) {
            return naturalCompare(QString::fromLatin1(a), QString::fromLatin1(b));
        };
        QVERIFY(compare("b.2", "b.10") < 0);
        QVERIFY(compare("b.10", "b.2") > 0);
        QVERIFY(compare("b.2.x", "b.2.x") == 0);
        QVERIFY(compare("b.2", "b.2.x") < 0);
        QVERIFY(compare("b.02", "b.2") == 0);
        QVERIFY(compare("b.9a", "b.9b") < 0);
        QVERIFY(compare("", "a") < 0);
        QVERIFY(compare("12345678901234567890123", "12345678901234567890124") < 0);
    }

    void sortsByNumberAndPutsTheUnknownFirst()
    {
        std::vector<TensorRow> lines = fewRows();
        lines[0].facts->relRmse = 0.5;
        lines[2].facts->relRmse = 0.1;
        lines[4].facts->relRmse = std::numeric_limits<double>::infinity();
        TensorTableModel table;
        table.setArrangement(TensorTableModel::Arrangement::Flat);
        table.setRows(lines);
        TensorFilterModel filter(table);
        filter.sort(int(TensorColumn::Error), Qt::DescendingOrder);
        QCOMPARE(shownNames(filter).first(3),
            (QStringList{QStringLiteral("alone"), QStringLiteral("b.10.attn.weight"),
                QStringLiteral("b.2.conv.weight")}));
        filter.sort(int(TensorColumn::Name), Qt::AscendingOrder);
        QCOMPARE(shownNames(filter)[1], QStringLiteral("b.2.conv.bias"));
        filter.sort(-1);
        QCOMPARE(shownNames(filter).first(), QStringLiteral("b.10.attn.weight"));
    }

    void filtersByTextGlobAndExpression_data()
    {
        QTest::addColumn<QStringList>("expected");
        const QStringList bias{QStringLiteral("b.10.attn.bias"), QStringLiteral("b.2.conv.bias")};
        QTest::newRow("bias") << bias;
        QTest::newRow("BIAS") << bias;
        QTest::newRow("*.bias") << bias;
        QTest::newRow("re:bias$") << bias;
        QTest::newRow("b.2*.bias") << bias.mid(1);
        QTest::newRow("*bia") << QStringList();
    }
    void filtersByTextGlobAndExpression()
    {
        QFETCH(QStringList, expected);
        TensorTableModel table;
        table.setArrangement(TensorTableModel::Arrangement::Flat);
        table.setRows(fewRows());
        TensorFilterModel filter(table);
        QVERIFY(filter.setFilter({QString::fromLatin1(QTest::currentDataTag()), {}}));
        QCOMPARE(shownNames(filter), expected);
        QCOMPARE(filter.matched(), int(expected.size()));
    }

    void aBlockIsShownWithItsMatchesOnly()
    {
        TensorTableModel table;
        table.setRows(fewRows());
        TensorFilterModel filter(table);
        QVERIFY(filter.setFilter({QStringLiteral("conv.w"), {}}));
        QCOMPARE(shownNames(filter), QStringList{QStringLiteral("b.2")});
        const QModelIndex block = filter.index(0, 0);
        QCOMPARE(shownNames(filter, block), QStringList{QStringLiteral("b.2.conv.weight")});
        std::vector<bool> shown(table.rows().size());
        filter.markShown(block.row(), {}, shown);
        QVERIFY(shown == std::vector<bool>({false, false, true, false, false}));
    }

    void chipsOfOneGroupWidenAndGroupsNarrow()
    {
        TensorTableModel table;
        table.setRows(fewRows());
        TensorFilterModel filter(table);
        const auto matched = [&](std::set<QString> chips) {
            filter.setFilter({{}, std::move(chips)});
            return filter.matched();
        };
        QCOMPARE(matched({QStringLiteral("1d")}), 2);
        QCOMPARE(matched({QStringLiteral("conv")}), 1);
        QCOMPARE(matched({QStringLiteral("1d"), QStringLiteral("conv")}), 3);
        QCOMPARE(matched({QStringLiteral("attention")}), 2);
        QCOMPARE(matched({QStringLiteral("1d"), QStringLiteral("kept")}), 0); // No plan yet.
        QCOMPARE(matched({}), 5);
    }

    void aBrokenExpressionChangesNothing()
    {
        TensorTableModel table;
        table.setRows(fewRows());
        TensorFilterModel filter(table);
        QVERIFY(filter.setFilter({QStringLiteral("conv"), {}}));
        QVERIFY(!filter.setFilter({QStringLiteral("re:("), {}}));
        QVERIFY(!filter.problem().isEmpty());
        QCOMPARE(filter.matched(), 2);
    }

    void newValuesAreFilteredAndSortedAgain()
    {
        std::vector<TensorRow> lines = fewRows();
        TensorTableModel table;
        table.setArrangement(TensorTableModel::Arrangement::Flat);
        table.setRows(lines);
        TensorFilterModel filter(table);
        filter.setFilter({{}, {QStringLiteral("below-floor")}});
        filter.sort(int(TensorColumn::Error), Qt::AscendingOrder);
        QCOMPARE(filter.rowCount(), 0);
        lines[0].facts->status = lines[4].facts->status = Status::BelowFloor;
        lines[0].facts->relRmse = 0.5;
        lines[4].facts->relRmse = 0.25;
        table.setRows(lines);
        QCOMPARE(shownNames(filter),
            (QStringList{QStringLiteral("alone"), QStringLiteral("b.10.attn.weight")}));
    }

    void barsAreAsLongAsTheirShare_data()
    {
        QTest::addColumn<bool>("selected");
        QTest::newRow("plain") << false;
        QTest::newRow("selected") << true;
    }
    void barsAreAsLongAsTheirShare()
    {
        QFETCH(bool, selected);
        QStandardItemModel model(1, 1);
        const QModelIndex cell = model.index(0, 0);
        model.setData(cell, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
        BarDelegate delegate(TensorTableModel::BarRole, TensorTableModel::DimRole);
        QStyleOptionViewItem option;
        option.rect = QRect(0, 0, 204, 20); // 2 pixels of margin on each side.
        option.state = QStyle::State_Enabled;
        option.state.setFlag(QStyle::State_Selected, selected);
        option.showDecorationSelected = true; // As in the view.
        QImage with(204, 20, QImage::Format_RGB32), without(with);
        for (auto [image, share] : {std::pair{&without, QVariant()}, {&with, QVariant(0.5)}}) {
            image->fill(Qt::white);
            model.setData(cell, share, TensorTableModel::BarRole);
            QPainter painter(image);
            delegate.paint(&painter, option, cell);
        }
        int length = 0;
        for (int x = 0; x < with.width(); ++x)
            length += with.pixel(x, 10) != without.pixel(x, 10);
        QCOMPARE(length, 100);
    }

    void manyTensorsStayUsable_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("10,000") << 10'000;
        QTest::newRow("100,000") << 100'000;
    }
    /// Prints times; how fast is fast enough is for a person to say.
    void manyTensorsStayUsable()
    {
        QFETCH(int, count);
        const ModelHeader header = test::sampleHeader(count);
        const QuantPlan plan = planFor(header);
        const auto lines = rows(header, &plan, nullptr);
        TensorTableModel table;
        TensorFilterModel filter(table);
        QElapsedTimer timer;
        const auto timed = [&](const char* what, auto&& act) {
            timer.start();
            act();
            qInfo("%s: %.1f ms", what, double(timer.nsecsElapsed()) / 1e6);
        };
        timed("rows()", [&] { rows(header, &plan, nullptr); });
        timed("setRows", [&] { table.setRows(lines); });
        timed("setRows, no change", [&] { table.setRows(lines); });
        table.setArrangement(TensorTableModel::Arrangement::Flat);
        timed("list", [&] { filter.rowCount(); });
        timed("sort by name", [&] { filter.sort(int(TensorColumn::Name)); });
        timed("sort by size", [&] { filter.sort(int(TensorColumn::BytesAfter)); });
        timed("filter by text", [&] {
            filter.setFilter({QStringLiteral("attn"), {}});
            filter.rowCount();
        });
        timed("filter by glob", [&] {
            filter.setFilter({QStringLiteral("*.attn?.*.weight"), {}});
            filter.rowCount();
        });
        QCOMPARE(filter.total(), count);
        QTRY_VERIFY(filter.matched() > 0 && filter.matched() < count);
    }

    void namesAreRankedNaturally()
    {
        QStringList names{QStringLiteral("block.10.a"), QStringLiteral("block.2.b"),
            QStringLiteral("block.2.a"), QStringLiteral("block.002.a"), QStringLiteral("a"),
            QStringLiteral("a1b"), QStringLiteral("a1"), QStringLiteral("block.2"), QString(),
            QStringLiteral("block.12345678901234567890"), QStringLiteral("block.x"),
            QStringLiteral("größe.1"), QStringLiteral("a")};
        for (const TensorInfo& tensor : test::sampleHeader(300).tensors)
            names.prepend(tensor.name);
        const std::vector<int> ranks = naturalRanks(std::size_t(names.size()),
            [&](std::size_t i) { return QStringView(names[qsizetype(i)]); });
        QStringList sorted(names.size(), QString());
        for (std::size_t i = 0; i < ranks.size(); ++i)
            sorted[ranks[i]] = names[qsizetype(i)];
        for (qsizetype i = 1; i < sorted.size(); ++i)
            QVERIFY2(naturalCompare(sorted[i - 1], sorted[i]) <= 0, qPrintable(sorted[i]));
        QVERIFY(
            ranks[std::size_t(names.size() - 9)] < ranks.back()); // Equal names keep their order.
    }

    void sortedLinesStayWithTheirFilter()
    {
        TensorTableModel table;
        TensorFilterModel filter(table);
        QAbstractItemModelTester tester(&filter);
        table.setRows(fewRows());
        filter.sort(int(TensorColumn::BytesBefore), Qt::DescendingOrder);
        const QPersistentModelIndex kept = filter.mapFromSource(table.indexOf(0));
        const QString name = kept.data(TensorTableModel::NameRole).toString();
        filter.sort(int(TensorColumn::Name), Qt::DescendingOrder);
        filter.setFilter({name, {}});
        QCOMPARE(kept.data(TensorTableModel::NameRole).toString(), name);
        filter.setFilter({QStringLiteral("no such name"), {}});
        QVERIFY(!kept.isValid());
        QCOMPARE(filter.rowCount(), 0);
        filter.setFilter({});
        filter.sort(-1);
        QCOMPARE(filter.matched(), int(table.rows().size()));
        for (int i = 0; i < int(table.rows().size()); ++i)
            QCOMPARE(filter.mapToSource(filter.mapFromSource(table.indexOf(i))), table.indexOf(i));
    }

    void errorsAboveALimitAreFound()
    {
        std::vector<TensorRow> lines = fewRows();
        lines[0].facts->relRmse = 0.05;
        lines[1].facts->relRmse = 0.051;
        TensorTableModel table;
        TensorFilterModel filter(table);
        table.setRows(lines);
        filter.setFilter({{}, {}, 0.05});
        QCOMPARE(filter.matched(), 1); // Neither an error of the limit nor an unknown one.
        QVERIFY(filter.isFiltering());
        filter.setFilter({{}, {}, 0.0});
        QCOMPARE(filter.matched(), int(lines.size()));
    }

    void locksKeepWhatIsPlanned()
    {
        const ModelHeader header = test::sampleHeader(200);
        Recipe recipe;
        recipe.groupSize = 64;
        const auto plan = makePlan(header, recipe);
        QVERIFY(bool(plan));
        QStringList names;
        for (const TensorInfo& tensor : header.tensors)
            names << tensor.name;
        Recipe locked = withLocks(recipe, names, header, *plan);
        QCOMPARE(withLocks(locked, names, header, *makePlan(header, locked)), locked);
        locked.groupSize = 32; // Nothing of this reaches a locked tensor.
        locked.scheme = QStringLiteral("int8");
        locked.keepBelowElements = 0;
        locked.patterns = {{QStringLiteral("*"), {QStringLiteral("int2"), {}}, true}};
        const auto after = makePlan(header, locked);
        QVERIFY(bool(after));
        for (std::size_t i = 0; i < header.tensors.size(); ++i) {
            QVERIFY(after->tensors[i].scheme == plan->tensors[i].scheme);
            QCOMPARE(after->tensors[i].outputBytes, plan->tensors[i].outputBytes);
            QVERIFY(after->tensors[i].reason == Reason::RowOverride
                || after->tensors[i].reason == Reason::NotFloat);
        }
        const auto lines = rows(header, &*after, nullptr);
        TensorTableModel table;
        table.setRows(lines);
        const QModelIndex cell = table.indexOf(0, TensorColumn::Planned);
        QVERIFY(cell.data(Qt::DecorationRole).isValid());
        QVERIFY(cell.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("locked")));
        QVERIFY(withOverrides(locked, names, {}).overrides.empty()); // Unlocking is resetting.
    }

    /// 100,000 lines are small, since what most of them say is said by others too.
    void linesThatAreAlikeShareWhatTheySay()
    {
        auto header = std::make_shared<ModelHeader>();
        const Shape shapes[] = {{64, 64}, {128, 64}, {64}};
        for (int i = 0; i < 3000; ++i) {
            const Shape& shape = shapes[i % 3];
            header->tensors.push_back({QStringLiteral("blk.%1.w%2").arg(i / 3).arg(i % 3),
                DType::F16, shape, {0, 0, 2 * *elementCount(shape)}, {}, {}});
        }
        Recipe recipe;
        recipe.overrides = {{header->tensors[7].name, {QStringLiteral("int8"), {}}, true}};
        const auto plan = std::make_shared<const QuantPlan>(planFor(*header, recipe));
        RowMaker maker(header, plan, {});
        maker.makeSome(3000);
        QCOMPARE(maker.kindCount(), std::size_t(4)); // Three shapes, and the one that was chosen.
        const std::vector<TensorRow> lines = maker.take();
        QVERIFY(lines[0].kind.constData() == lines[2997].kind.constData());
        QVERIFY(lines[0].facts.constData() == lines[7].facts.constData()); // Nothing is measured.
        QVERIFY(lines[1].kind->scheme != lines[7].kind->scheme);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            QVERIFY(lines[i].kind->scheme == plan->tensors[i].scheme);
            QCOMPARE(lines[i].kind->bytesAfter, plan->tensors[i].outputBytes);
            QVERIFY(lines[i].kind->shape == header->tensors[i].shape);
            QVERIFY(lines[i].name.constData() == header->tensors[i].name.constData());
        }
    }

    /// Another plan that decides the same is no change, though its texts lie elsewhere.
    void thePlanMadeAgainChangesNothing()
    {
        const ModelHeader header = test::sampleHeader(200);
        TensorTableModel table;
        const QuantPlan plan = planFor(header);
        table.setRows(rows(header, &plan, nullptr));
        QSignalSpy changes(&table, &QAbstractItemModel::dataChanged);
        QSignalSpy resets(&table, &QAbstractItemModel::modelReset);
        const QuantPlan again = planFor(header);
        table.setRows(rows(header, &again, nullptr));
        QCOMPARE(changes.count() + resets.count(), 0);
    }

    void sharesAddUp()
    {
        const ModelHeader header = test::sampleHeader(200);
        const QuantPlan plan = planFor(header);
        double sum = 0;
        for (const TensorRow& row : rows(header, &plan, nullptr))
            sum += row.kind->share;
        QVERIFY(std::abs(sum - 1) < 1e-9);
        TensorTableModel table;
        table.setRows(rows(header, &plan, nullptr));
        sum = 0;
        for (int i = 0; i < table.rowCount(); ++i)
            sum += table.row(table.index(i, 0)).kind->share;
        QVERIFY(std::abs(sum - 1) < 1e-9);
    }
};

QTEST_MAIN(TestTensorTable)
#include "tst_tensor_table.moc"
