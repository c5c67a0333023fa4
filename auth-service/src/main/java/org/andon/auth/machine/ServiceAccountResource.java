package org.andon.auth.machine;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.andon.auth.origin.CurrentOrigin;
import org.andon.auth.page.PageRules;
import org.andon.auth.session.CurrentUser;
import org.andon.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Service accounts, for admins. */
@Path("/api/auth/service-accounts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@RunOnVirtualThread
class ServiceAccountResource {

  private static final String FIRST = "00000000-0000-0000-0000-000000000000";

  private final ServiceAccounts accounts;
  private final CurrentUser admin;
  private final CurrentOrigin origin;

  ServiceAccountResource(ServiceAccounts accounts, CurrentUser admin, CurrentOrigin origin) {
    this.accounts = accounts;
    this.admin = admin;
    this.origin = origin;
  }

  @GET
  public Page<ServiceAccountView> list(
      @RestQuery
          @DefaultValue(PageRules.DEFAULT_LIMIT)
          @Pattern(regexp = PageRules.LIMIT_PATTERN, message = PageRules.LIMIT_MESSAGE)
          String limit,
      @RestQuery
          @DefaultValue(FIRST)
          @Pattern(regexp = PageRules.UUID_PATTERN, message = PageRules.CURSOR_MESSAGE)
          String cursor) {
    int size = Integer.parseInt(limit);
    var views = accounts.after(UUID.fromString(cursor), size + 1);
    return Page.of(views, size, view -> view.clientId().toString());
  }

  @GET
  @Path("{id}")
  public ServiceAccountView get(@RestPath UUID id) {
    return accounts.get(id);
  }

  @POST
  public RestResponse<NewSecretView> create(@Valid @NotNull CreateServiceAccount request) {
    var made = accounts.create(request, admin.userId(), origin.get());
    var place = URI.create("/api/auth/service-accounts/" + made.account().clientId());
    return secret(RestResponse.ResponseBuilder.<NewSecretView>created(place).entity(made));
  }

  @PATCH
  @Path("{id}")
  public ServiceAccountView update(
      @RestPath UUID id, @Valid @NotNull UpdateServiceAccount request) {
    return accounts.update(id, request, admin.userId(), origin.get());
  }

  /** A new secret; the one before is good for a while yet. */
  @POST
  @Path("{id}/secret")
  public RestResponse<NewSecretView> rotate(@RestPath UUID id, @Valid RotateSecret request) {
    return secret(
        RestResponse.ResponseBuilder.ok(
            accounts.rotate(id, request, admin.userId(), origin.get())));
  }

  /** Ends its tokens too. */
  @DELETE
  @Path("{id}")
  public void revoke(@RestPath UUID id) {
    accounts.revoke(id, admin.userId(), origin.get());
  }

  private static RestResponse<NewSecretView> secret(
      RestResponse.ResponseBuilder<NewSecretView> answer) {
    return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
