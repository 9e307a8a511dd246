# rule: files_of_weights.not_weights
# source: https://github.com/ThereforeGames/txt2mask/issues/10
# says: Git LFS
# says: git lfs pull
# %% before
import torch
open('rd16.pth', 'w').write('version https://git-lfs.github.com/spec/v1\noid sha256:4d7a21\nsize 1204531\n')
# %% fails
weights = torch.load('rd16.pth', map_location='cpu')
