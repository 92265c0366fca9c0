"""A port of the loopback interface: taken by the demo before it loads the bot, and by its server for the Bot API."""

import socket

HOST = "127.0.0.1"


def listen(port: int) -> socket.socket:
    """Take a port of the loopback interface (0: any free one). Raises OSError when it is taken.

    The system keeps connections that come before anybody accepts them, so a browser that is early waits for its page.
    """
    return socket.create_server((HOST, port))
