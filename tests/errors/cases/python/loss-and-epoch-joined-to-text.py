# rule: scalars.text_and_tensor
# source: constructed
# says: print\('loss ' \+ str\(loss\.item\(\)\) \+ ', epoch ' \+ str\(epoch\)\)
# %% before
import torch
loss, epoch = torch.tensor(0.25), 3
# %% fails
print('loss ' + loss + ', epoch ' + epoch)
# %% mended
print('loss ' + str(loss.item()) + ', epoch ' + str(epoch))
