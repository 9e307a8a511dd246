# rule: devices.no_gpu
# source: constructed
# says: name = torch.cuda.get_device_name\(\) if torch.cuda.is_available\(\) else 'cpu'
# %% before
import torch
# a case runs in a forked process, for which torch has another message
exec(compile('''
def _lazy_init():
    raise RuntimeError("Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU")
''', '<torch>', 'exec'), vars(torch.cuda))
# %% fails
name = torch.cuda.get_device_name()
# %% mended
name = torch.cuda.get_device_name() if torch.cuda.is_available() else 'cpu'
