"""Which addresses Telegram accepts for a text or a button, and how it returns them."""

import re

from bot.demo.calls import JsonObject, bad_request

_USER_LINK = re.compile(r"tg:(?://)?user\?id=(\d{1,19})\Z", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"(?!https?:)[\w+.-]+://", re.IGNORECASE)
_APP_LINK = re.compile(r"(?:tg|ton|tonsite):(?://)?[\w-]", re.IGNORECASE)
_HOST = r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9A-Fa-f:]+\]"
_WEB_ADDRESS = re.compile(rf"(?:(https?)://(?:[^\s/?#@]*@)?)?({_HOST})(:\d{{1,5}})?([/?#]\S*)?\Z", re.IGNORECASE)


def checked_url(url: str) -> str | None:
    """The address as Telegram returns it, or None when Telegram does not accept it."""
    url = url.strip()
    if _APP_LINK.match(url):
        return url
    match = _WEB_ADDRESS.match(url)
    if match is None:
        return None
    scheme, host, port, rest = match.groups()
    return f"{(scheme or 'http').lower()}://{host.lower()}{port or ''}{rest or '/'}"


def checked_link(entity: JsonObject) -> JsonObject | None:
    """A text_link entity with its checked address, or a text_mention for `tg://user?id=`; None for a bad address."""
    person = _USER_LINK.match(str(entity["url"]).strip())
    if person:
        place = {"offset": entity["offset"], "length": entity["length"]}
        user = {"id": int(person.group(1)), "is_bot": False, "first_name": ""}
        return {"type": "text_mention", **place, "user": user}
    url = checked_url(str(entity["url"]))
    return {**entity, "url": url} if url else None


def button_url(url: str) -> str:
    """The checked address of a button. Raises Telegram's refusal (400) for a bad one."""
    checked = checked_url(url)
    if checked is None:
        reason = "Unsupported URL protocol" if _OTHER_SCHEME.match(url) else "Wrong HTTP URL"
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {reason}")
    return checked
