/** Names of software, languages and services that are not about Rust in the kernel, and are not misspelt either. */
export const OTHER_SOFTWARE: readonly string[] = `
actix adobe airflow ajax alacritty alpine angular ansible apache appimage apt arduino asp aspnet astro async_std
asyncstd audacity aws axum azure babel bash bevy bitcoin blazor blender bluetooth bootstrap brew btrfs bumblebee bun
celery centos chrome chromium clion clojure cloudflare cmake cmd cobol composer coreutils crossbeam
crypto crystal css csv cuda curl cygwin dart dask deno devops diesel django dkms docker dotnet drupal eclipse egui
elasticsearch electron elixir elm emacs erlang eslint ethereum excel ext4 facepunch fastapi ffmpeg figma firebase
firefox flask flatpak flutter fortran freecad gcp gentoo gimp gnome godot golang google gradle grafana graphql
grep groovy grpc grub gtk hadoop haiku haskell helm heroku homebrew html http https hyper iced ios iptables itertools
jakt java javascript jenkins jest jetbrains jira jq jquery json julia jupyter kafka kali kde kibana kotlin kubernetes
laravel latex leptos libreoffice lisp lua luajit macos mailchimp manjaro mariadb markdown maven minecraft mongo
mongodb mysql nano neovim netbeans nextjs nginx nim node nodejs npm nuget numpy nushell ocaml octave opengl
openssh openssl oracle outlook pacman pandas pascal perl photoshop php pip pipewire playwright plex podman postgres
postgresql powerpoint powershell prolog prometheus proxmox pulseaudio putty pycharm pytest python pytorch qt rails
rayon reactjs reddit redis regex reqwest ripgrep roblox rocket rspec ruby ruffle salesforce samba sap sass scala
scikit sdl sed selenium serde serenityos servo shopify slack slint snap solana solidity sonar spotify sql sqlite ssh
suse svelte swiftui symfony systemd tableau tailwind tauri tensorflow termux terraform tesla tmux tokio tomcat
typescript ubuntu unity unreal usb uutils vagrant vala verilog vhdl vim virtualbox vite vlc vmware vpn vscode vue
vulkan warp wasm wayland webgl webpack webrtc wechat whatsapp wireshark wordpress wsl x11 xbox xcode xml xnu yaml yarn
yew zfs zig zoom zsh
`
  .trim()
  .split(/\s+/);
