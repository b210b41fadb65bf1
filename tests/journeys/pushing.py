"""Notifications of the phone: pushed by the browser's own protocol, shown, and tapped."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import BrowserContext, Page

from tests.servers.waiting import until

SUBSCRIBED = """given => {
    const made = { ...given, toJSON: () => given, unsubscribe: async () => true };
    PushManager.prototype.subscribe = async () => {
        localStorage.setItem("subscribed", "yes");
        return made;
    };
    PushManager.prototype.getSubscription = async () =>
        localStorage.getItem("subscribed") ? made : null;
}"""

SHOWN = """async () => {
    const worker = await navigator.serviceWorker.ready;
    const shown = await worker.getNotifications();
    return shown.map(one => ({
        title: one.title, body: one.body, tag: one.tag, actions: one.actions.map(it => it.title),
    }));
}"""

# A page cannot tap a notification, and an event of its own making may not be kept waiting for.
TAP = """async action => {
    const [notification] = await self.registration.getNotifications();
    ExtendableEvent.prototype.waitUntil = () => undefined;
    self.dispatchEvent(new NotificationEvent("notificationclick", { notification, action }));
}"""


def subscribe_at(context: BrowserContext, subscription: Mapping[str, Any]) -> None:
    """Has the browser subscribe there: its own push service is outside."""
    context.add_init_script(f"({SUBSCRIBED})({json.dumps(subscription)})")


def push(page: Page, origin: str, message: Mapping[str, object]) -> None:
    """Hands the app's worker a message, as the browser's push service would."""
    devtools = page.context.new_cdp_session(page)
    known: list[dict[str, Any]] = []

    def learn(event: dict[str, Any]) -> None:
        known.extend(one for one in event["registrations"] if one["scopeURL"].startswith(origin))

    devtools.on("ServiceWorker.workerRegistrationUpdated", learn)
    devtools.send("ServiceWorker.enable")
    # Events come in while the page is asked something.
    registration = until(lambda: page.evaluate("true") and next(iter(known), None))
    assert registration is not None
    devtools.send(
        "ServiceWorker.deliverPushMessage",
        {
            "origin": origin,
            "registrationId": registration["registrationId"],
            "data": json.dumps(message),
        },
    )
    devtools.detach()


def shown(page: Page) -> list[dict[str, Any]]:
    """The notifications on the screen, once there is one."""
    return until(lambda: page.evaluate(SHOWN))


def tap(context: BrowserContext, action: str = "") -> None:
    """Taps the one notification on the screen, or a button under it."""
    [worker] = context.service_workers
    worker.evaluate(TAP, action)
