#include "core/validate/tiles.h"

#include <QTest>

using namespace aq;

namespace {

TensorInfo shaped(Shape shape)
{
    return {QStringLiteral("w"), DType::F32, std::move(shape), {}, {}, {}};
}

} // namespace

class TestTiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tilesAreWholeRows()
    {
        const std::vector<TensorInfo> tensors{
            shaped({10, 4}), shaped({0, 4}), shaped({}), shaped({3, 100}), shaped({25, 2, 2})};
        const std::vector<Tile> expected{{0, 0, 4}, {0, 4, 4}, {0, 8, 2}, {2, 0, 1}, {3, 0, 1},
            {3, 1, 1}, {3, 2, 1}, {4, 0, 4}, {4, 4, 4}, {4, 8, 4}, {4, 12, 4}, {4, 16, 4},
            {4, 20, 4}, {4, 24, 1}};
        QVERIFY(tilesOf(tensors, 16) == expected);
    }
    /// Every row once, and no tile of more than 1 MiB of floats unless it is one row.
    void everyRowIsInOneTile()
    {
        const std::vector<TensorInfo> tensors{shaped({1280, 1280, 3, 3}), shaped({3, 1 << 20}),
            shaped({1 << 20}), shaped({1 << 20, 1}), shaped({5, 52429})};
        std::vector<std::int64_t> next(tensors.size());
        for (const Tile& tile : tilesOf(tensors)) {
            QVERIFY(tile.firstRow == next[tile.tensor] && tile.rows > 0);
            next[tile.tensor] += tile.rows;
            const std::int64_t columns = matrixOf(tensors[tile.tensor].shape).columns;
            QVERIFY(tile.rows == 1 || tile.rows * columns <= tileElements);
        }
        for (std::size_t i = 0; i < tensors.size(); ++i)
            QCOMPARE(next[i], matrixOf(tensors[i].shape).rows);
    }
};

QTEST_APPLESS_MAIN(TestTiles)
#include "tst_tiles.moc"
