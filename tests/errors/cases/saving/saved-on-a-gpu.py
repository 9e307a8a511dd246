# rule: files_of_weights.on_a_gpu
# source: https://github.com/uzh-rpg/rpg_e2vid/issues/15
# says: GPU
# says: map_location='cpu'
# %% before
import torch, zipfile
torch.save({'w': torch.ones(3)}, 'cpu.pth')
with zipfile.ZipFile('cpu.pth') as old, zipfile.ZipFile('gpu.pth', 'w') as new:
    for one in old.namelist():
        data = old.read(one)
        if one.endswith('data.pkl'): data = data.replace(b'X\x03\x00\x00\x00cpu', b'X\x06\x00\x00\x00cuda:0')
        new.writestr(one.replace('cpu/', 'gpu/'), data)
# %% fails
w = torch.load('gpu.pth')
# %% mended
w = torch.load('gpu.pth', map_location='cpu')
