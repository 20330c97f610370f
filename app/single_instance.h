#pragma once
#include <QLocalServer>
#include <QObject>
#include <QStringList>
#include <optional>

class QLocalSocket;

namespace aq {

/// What a second start of the program tells the first.
struct StartRequest {
    QStringList models;    ///< Absolute paths; empty: only come to the front.
    QByteArray activation; ///< Allows the window to come to the front; empty: unknown.
    bool operator==(const StartRequest&) const = default;
};

/// One message, at most mostRequestBytes long. Nothing: not a request of ours.
inline constexpr qsizetype mostRequestBytes = 1 << 20;
QByteArray toBytes(const StartRequest& request);
std::optional<StartRequest> requestFromBytes(const QByteArray& bytes);

/// The one window of a person on a screen, with one set of settings. A later start hands its
/// arguments over to it through a socket that only this person can reach, and ends.
class SingleInstance final : public QObject {
    Q_OBJECT
public:
    /// `socket`: its path. A file `socket`.lock beside it keeps two starts at once apart. Empty:
    /// this start neither looks for another one nor is found by one.
    explicit SingleInstance(const QString& socket, QObject* parent = nullptr);

    /// For the settings kept in `settingsFile` and the display in use. Empty where there is no
    /// folder that only this person can write to: elsewhere others could take the name first.
    static QString socketFor(const QString& settingsFile);

    enum class Claim {
        First,     ///< Nobody was there: later starts come to us.
        HandedOver ///< The window that is there has taken `request`.
    };
    /// A window that does not answer within some seconds is left alone: First, but unreachable.
    Claim claim(const StartRequest& request);
    void claimIfFree(); ///< For a start that wants a window of its own in any case.
    /// The window begins to end: a start from now on gets one of its own, and is not kept waiting.
    void close();

Q_SIGNALS:
    void requested(const aq::StartRequest& request);

private:
    bool handOver(const StartRequest& request);
    bool isTaken() const;
    void listen();
    void takeConnections();
    void read(QLocalSocket* client);

    QString m_path;
    QLocalServer m_server;
};

} // namespace aq
