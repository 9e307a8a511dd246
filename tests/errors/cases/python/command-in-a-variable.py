# rule: commands.command_as_one_text
# source: constructed
# says: no program called `?ls -l 'my notes'
# says: command = \['ls', '-l', 'my notes'\]
# %% before
import subprocess
from pathlib import Path
Path('my notes').mkdir()
# %% fails
command = "ls -l 'my notes'"
subprocess.check_output(command, cwd='.')
# %% mended
command = ['ls', '-l', 'my notes']
subprocess.check_output(command, cwd='.')
