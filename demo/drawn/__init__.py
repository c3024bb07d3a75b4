"""A photo studio in code: the goods, the sets they are taken on, and the tools that draw both."""
