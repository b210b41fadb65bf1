### Channels

device-not-fcm = The app on this device cannot get notifications from this server.
device-not-web_push = This browser gave an address that no notification can go to.
device-not-teams = This is no webhook of Microsoft Teams. Paste the address that the workflow gave you; it begins with https.
device-not-slack = This is no webhook of Slack. Paste the address that begins with https://hooks.slack.com.
