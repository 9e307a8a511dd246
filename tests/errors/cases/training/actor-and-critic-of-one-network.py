# rule: in_place.needed_for_gradient
# source: constructed
# says: critic_loss\.backward\(retain_graph=True\)\s+actor_loss\.backward\(\)
# %% before
import torch
from torch import nn, optim
class ActorCritic(nn.Module):
    def __init__(self):
        super().__init__()
        self.body, self.actor, self.critic = nn.Linear(4, 8), nn.Linear(8, 2), nn.Linear(8, 1)
    def forward(self, x):
        h = torch.relu(self.body(x))
        return self.actor(h), self.critic(h)
net = ActorCritic()
opt_a, opt_c = optim.Adam(net.actor.parameters()), optim.Adam(net.critic.parameters())
x = torch.randn(8, 4)
# %% fails
logits, value = net(x)
critic_loss = (value - 1).pow(2).mean()
actor_loss = (logits.log_softmax(-1)[:, 0] * value.squeeze()).mean()
opt_c.zero_grad()
critic_loss.backward(retain_graph=True)
opt_c.step()
opt_a.zero_grad()
actor_loss.backward()
opt_a.step()
# %% mended
logits, value = net(x)
critic_loss = (value - 1).pow(2).mean()
actor_loss = (logits.log_softmax(-1)[:, 0] * value.squeeze()).mean()
opt_c.zero_grad()
opt_a.zero_grad()
critic_loss.backward(retain_graph=True)
actor_loss.backward()
opt_c.step()
opt_a.step()
