package org.andon.room.template;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.andon.http.CurrentUser;
import org.andon.http.Page;
import org.andon.http.PageRequest;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/room-templates")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"user", "admin"})
@RunOnVirtualThread
class TemplateResource {
  private final Templates templates;
  private final CurrentUser user;

  TemplateResource(Templates templates, CurrentUser user) {
    this.templates = templates;
    this.user = user;
  }

  @GET
  public Page<Template> list(@BeanParam PageRequest request) {
    return templates.list(request);
  }

  @GET
  @Path("{template_id}")
  public Template get(@RestPath("template_id") UUID templateId) {
    return templates.get(templateId);
  }

  @POST
  public RestResponse<Template> create(@NotNull @Valid PutTemplate request) {
    Template template = templates.create(request, user);
    return RestResponse.ResponseBuilder.<Template>created(
            URI.create("/api/room-templates/" + template.templateId()))
        .entity(template)
        .build();
  }

  @PUT
  @Path("{template_id}")
  public Template replace(
      @RestPath("template_id") UUID templateId, @NotNull @Valid PutTemplate request) {
    return templates.replace(templateId, request, user);
  }

  @DELETE
  @Path("{template_id}")
  public void delete(@RestPath("template_id") UUID templateId) {
    templates.delete(templateId, user);
  }
}
