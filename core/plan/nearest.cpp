#include "core/plan/nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace aq {

namespace {

QString plain(const QString& word)
{
    QString text = word.left(64).toLower();
    return text.remove(QLatin1Char('-')).remove(QLatin1Char('_'));
}

/// Levenshtein 1966, with one row of the table.
int editDistance(const QString& a, const QString& b)
{
    std::vector<int> row(std::size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = std::exchange(row[0], int(i) + 1);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int change = diagonal + (a[i] != b[qsizetype(j) - 1]);
            diagonal = row[j];
            row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

QString nearestOf(const QString& word, const QStringList& known)
{
    const QString wanted = plain(word);
    int best = std::max(1, int(wanted.size()) / 3) + 1;
    QString nearest;
    for (const QString& candidate : known) {
        const int distance = editDistance(wanted, plain(candidate));
        if (distance < best) {
            best = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

QStringList nearestFew(const QString& word, const QStringList& known, qsizetype most)
{
    const QString wanted = plain(word);
    std::vector<std::pair<int, qsizetype>> order; // Equal ones as they are listed.
    for (qsizetype i = 0; i < known.size(); ++i)
        order.emplace_back(editDistance(wanted, plain(known[i])), i);
    std::ranges::sort(order);
    QStringList few;
    for (qsizetype i = 0; i < std::min(most, known.size()); ++i)
        few += known[order[std::size_t(i)].second];
    return few;
}

} // namespace aq
