package kroniek.stream;

import java.util.Collection;
import java.util.List;
import kroniek.topic.TopicAdmin;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Who is in a consumer group. */
final class GroupMembers {

    private GroupMembers() {}

    /** The members, one that was killed or stopped without leaving among them until its session ends; none where there is no such group. */
    static Collection<MemberDescription> of(Admin admin, String group) {
        try {
            return TopicAdmin.get(admin.describeConsumerGroups(List.of(group)).all()).values().stream()
                    .flatMap(described -> described.members().stream())
                    .toList();
        } catch (GroupIdNotFoundException neverRan) {
            return List.of();
        }
    }
}
