/** How this device can put the app on its home screen. */
export type InstallWay = 'button' | 'ios' | 'none';

interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

let offered: InstallPrompt | null = $state.raw(null);

/** Keeps the browser's own offer for the moment that the learner asks; call it early. */
export function catchInstall(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offered = event as InstallPrompt;
  });
  addEventListener('appinstalled', () => (offered = null));
}

export function installWay(): InstallWay {
  if (matchMedia('(display-mode: standalone)').matches) return 'none';
  if (offered !== null) return 'button';
  return isIos(navigator) ? 'ios' : 'none';
}

export async function install(): Promise<void> {
  await offered?.prompt();
  offered = null;
}

/** An iPad calls itself a Mac, but no Mac has a touch screen. */
export function isIos(device: { userAgent: string; maxTouchPoints: number }): boolean {
  const { userAgent, maxTouchPoints } = device;
  return /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1);
}
