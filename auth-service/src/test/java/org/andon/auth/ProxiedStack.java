package org.andon.auth;

import java.util.HashMap;
import java.util.Map;

/** The stack with a directory that counts wrong passwords, and the throttle's own limits. */
public final class ProxiedStack extends AuthStack {

  private DirectoryProxy proxy;

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>(super.start());
    proxy = DirectoryProxy.to(directory());
    settings.put("andon.directory.url", proxy.url());
    settings.put("andon.login-throttle.per-account", "4");
    return settings;
  }

  @Override
  public void inject(TestInjector injector) {
    super.inject(injector);
    injector.injectIntoFields(proxy, new TestInjector.MatchesType(DirectoryProxy.class));
  }

  @Override
  public void stop() {
    proxy.close();
    super.stop();
  }
}
