# rule: devices.no_gpu
# source: constructed
# says: if torch.cuda.is_available\(\): print\('GPU:', torch.cuda.get_device_name\(0\)\)
# says: device = torch.device\("cuda" if
# %% before
import torch
# a case runs in a forked process, for which torch has another message
exec(compile('''
def _lazy_init():
    raise RuntimeError("Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU")
''', '<torch>', 'exec'), vars(torch.cuda))
# %% fails
print('GPU:', torch.cuda.get_device_name(0))
device = torch.device('cuda:0')
# %% mended
if torch.cuda.is_available(): print('GPU:', torch.cuda.get_device_name(0))
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
