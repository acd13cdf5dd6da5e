import type { SessionOptions } from '../session.ts';

/** 0 is dark, 1 light. */
export const colorSchemePreference = 'layout.css.prefers-color-scheme.content-override';

/** Firefox's preferences for a test: one extension id, one way out, downloads without questions, no calls home. */
export function firefoxPreferences(
  options: Pick<
    SessionOptions,
    'proxyPort' | 'downloads' | 'privateWindows' | 'clipboard' | 'colorScheme' | 'locale'
  >,
  uuids: Record<string, string>,
): Record<string, unknown> {
  return {
    // The origin of the extension's pages is known, and its storage outlives a restart.
    'extensions.webextensions.uuids': JSON.stringify(uuids),
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,

    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': options.proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': options.proxyPort,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    'network.proxy.failover_direct': false,
    'network.trr.mode': 5,
    'network.http.http3.enable': false,
    'media.peerconnection.ice.proxy_only': true,

    'browser.download.folderList': 2,
    'browser.download.dir': options.downloads,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.alwaysOpenPanel': false,
    'browser.download.start_downloads_in_tmp_dir': false,

    // What an extension asks for in a click is granted: no driver reaches the browser's own question.
    'extensions.webextOptionalPermissionPrompts': false,

    'browser.privatebrowsing.autostart': options.privateWindows,
    'dom.events.testing.asyncClipboard': options.clipboard,
    [colorSchemePreference]: options.colorScheme === 'dark' ? 0 : 1,
    'intl.accept_languages': options.locale,
    'intl.locale.requested': options.locale,

    'app.normandy.enabled': false,
    'app.update.disabledForTesting': true,
    'browser.contentblocking.features.strict': '',
    'browser.discovery.enabled': false,
    'browser.newtabpage.activity-stream.feeds.system.topstories': false,
    'browser.newtabpage.enabled': false,
    'browser.ping-centre.telemetry': false,
    'browser.region.network.url': '',
    'browser.region.update.enabled': false,
    'browser.safebrowsing.blockedURIs.enabled': false,
    'browser.safebrowsing.downloads.enabled': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'browser.search.update': false,
    'browser.startup.homepage': 'about:blank',
    'browser.startup.page': 0,
    'browser.topsites.contile.enabled': false,
    'browser.urlbar.quicksuggest.enabled': false,
    'datareporting.healthreport.uploadEnabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'dom.push.enabled': false,
    'extensions.getAddons.cache.enabled': false,
    'extensions.systemAddon.update.enabled': false,
    'extensions.update.enabled': false,
    'media.gmp-manager.updateEnabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'privacy.trackingprotection.enabled': false,
    'security.OCSP.enabled': 0,
    'services.settings.server': 'data:,#no-remote-settings',
    'signon.firefoxRelay.feature': 'disabled',

    // Tabs of one site share a process, which stays for the next tab: to start one takes longer than most pages.
    'dom.ipc.processCount': 1,
    'dom.ipc.processCount.webIsolated': 1,
    'dom.ipc.keepProcessesAlive.web': 1,
    'dom.ipc.keepProcessesAlive.webIsolated.max': 1,
    'dom.ipc.keepProcessesAlive.webIsolated.perOrigin': 1,

    // The processor draws: fewer pictures a second leave it more time for the tests.
    'layout.frame_rate': 15,

    // What a browser gets ready for somebody who might want it next.
    'browser.aboutwelcome.enabled': false,
    'browser.ml.enable': false,
    'browser.newtab.preload': false,
    'browser.pagethumbnails.capturing_disabled': true,
    'browser.places.interactions.enabled': false,
    'dom.ipc.processPrelaunch.enabled': false,
    'extensions.screenshots.disabled': true,
    'reader.parse-on-load.enabled': false,
    'toolkit.telemetry.enabled': false,
    'toolkit.telemetry.server': 'data:,',
  };
}
