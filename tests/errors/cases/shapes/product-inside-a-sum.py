# rule: none
# source: constructed: the product is right, the sum is not; another rule speaks of the sum
# %% before
import torch
a = torch.rand(3, 4)
class Odd:
    def __matmul__(self, other): raise RuntimeError("mat1 and mat2 shapes cannot be multiplied (3x4 and 3x4)")
o = Odd()
# %% fails
o @ a
