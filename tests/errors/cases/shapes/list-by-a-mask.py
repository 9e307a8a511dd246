# rule: python_chosen.several_of_a_list
# source: https://stackoverflow.com
# says: zip\(pics, wrong\)
# says: yes or no
# %% before
import torch

pics = [f"p{i}.png" for i in range(4)]
wrong = torch.tensor([True, False, False, True])
# %% fails
print(pics[wrong])
# %% mended
print([o for o, keep in zip(pics, wrong) if keep])
