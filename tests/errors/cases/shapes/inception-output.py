# rule: modules_made.output_is_a_tuple
# source: constructed
# says: auxiliary
# says: \.logits
# %% before
import torch, torchvision
import torch.nn.functional as F
net = torchvision.models.googlenet(weights=None, init_weights=False, num_classes=2)
xb, yb = torch.rand(2, 3, 64, 64), torch.tensor([0, 1])
# %% fails
out = net(xb)
preds = out.argmax(1)
# %% mended
out = net(xb)
out = out.logits
preds = out.argmax(1)
