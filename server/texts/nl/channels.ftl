### Kanalen

device-not-fcm = De app op dit apparaat kan geen meldingen van deze server krijgen.
device-not-web_push = Deze browser gaf een adres waar geen melding heen kan.
device-not-teams = Dit is geen webhook van Microsoft Teams. Plak het adres dat de werkstroom je gaf; het begint met https.
device-not-slack = Dit is geen webhook van Slack. Plak het adres dat begint met https://hooks.slack.com.
