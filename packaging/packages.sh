# What the project needs from Debian 12, and the one function that installs it. Sourced by
# packaging/run and packaging/test. Does nothing when all is there.

# Compiler, libraries and fonts: enough to build both programs and to open the window.
build_packages="g++ cmake ninja-build ccache pkg-config qt6-base-dev qt6-charts-dev libqt6opengl6-dev
    qt6-svg-dev libqt6svg6 libeigen3-dev libhwy-dev nlohmann-json3-dev zlib1g-dev libssl-dev
    liblz4-dev libzstd-dev libflatbuffers-dev flatbuffers-compiler fonts-dejavu-core
    qt6-l10n-tools qt6-translations-l10n"

# A virtual screen with a window manager and an accessibility bus, and the independent readers.
test_packages="git python3 python3-numpy xvfb xauth openbox xdotool imagemagick x11-utils
    x11-xserver-utils dbus-daemon at-spi2-core python3-gi gir1.2-atspi-2.0 gir1.2-gtk-3.0
    fonts-noto-core fonts-wqy-microhei clang-format-16 desktop-file-utils appstream libxml2-utils"

missing_packages() {
    local package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
            echo "$package"
    done
}

# install_packages PACKAGE...: as root, or through sudo.
install_packages() {
    local missing as_root=
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || {
            echo "These packages are missing and only root can install them:" $missing >&2
            return 1
        }
        as_root=sudo
    fi
    echo "Installing:" $missing
    $as_root apt-get update -q
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
}
