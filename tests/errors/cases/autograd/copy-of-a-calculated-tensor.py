# rule: copies_of_models.of_what_was_calculated
# source: https://github.com/DSE-MSU/DeepRobust/issues/37
# says: z\.detach\(\)\.clone\(\)
# %% before
import copy, torch
z = torch.rand(3, requires_grad=True) * 2
# %% fails
start = copy.deepcopy(z)
# %% mended
start = z.detach().clone()
