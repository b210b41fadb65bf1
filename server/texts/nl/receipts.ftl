# Knoppen onder een pushmelding
reminder-push-later = Later vandaag
reminder-push-not-this-week = Deze week niet
